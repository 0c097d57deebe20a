namespace WebQA.Core.Questions;

/// <summary>A question that asks to check an answer: its claims are what is asked about.</summary>
/// <remarks>WebGPT, appendix B.</remarks>
/// <param name="Question">What was asked first.</param>
/// <param name="Answer">The answer whose claims are to be checked.</param>
public sealed record FactCheck(string Question, string Answer)
{
    private const string Head = "Fact-check each of the claims in the following answer.\n\nQuestion: ", Middle = "\n\nAnswer: ";

    /// <summary>The text that asks for it.</summary>
    public string ToText() => $"{Head}{Question}{Middle}{Answer}";

    /// <summary>Takes a question's text apart; null where it asks for no fact-check.</summary>
    public static FactCheck? Parse(string text)
    {
        var plain = text.ReplaceLineEndings("\n");
        var middle = plain.StartsWith(Head, StringComparison.Ordinal) ? plain.IndexOf(Middle, Head.Length, StringComparison.Ordinal) : -1;
        return middle < 0 ? null : new FactCheck(plain[Head.Length..middle], plain[(middle + Middle.Length)..]);
    }
}
