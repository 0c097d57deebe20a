using System.Text;
using WebQA.Core.Feedback;
using WebQA.Core.Questions;

namespace WebQA.Storage.Exchange.Formats;

/// <summary>A decided comparison as the prompt and two completions that preference trainers read.</summary>
/// <remarks>The texts are those of the answering phase (WebGPT, appendix A): question and quotes, each ended by ◼, then the answer.
/// References that both answers share stand in the prompt; where they differ, each completion begins with its own.</remarks>
internal sealed record ChosenRejected(string Prompt, string Chosen, string Rejected)
{
    private const char Mark = '◼';

    /// <summary>Writes a comparison so.</summary>
    /// <exception cref="InvalidOperationException">It is a tie.</exception>
    public static ChosenRejected Of(Comparison comparison)
    {
        if (comparison.Preference == Preference.EquallyGood)
        {
            throw new InvalidOperationException($"The comparison {comparison.Id} is a tie, which this form cannot hold.");
        }
        var (chosen, rejected) = comparison.Preference > Preference.EquallyGood ? (comparison.A, comparison.B) : (comparison.B, comparison.A);
        var question = Clean(comparison.Question.Text) + Mark;
        return chosen.References.SequenceEqual(rejected.References)
            ? new ChosenRejected(question + References(chosen), Clean(chosen.Text), Clean(rejected.Text))
            : new ChosenRejected(question, References(chosen) + Clean(chosen.Text), References(rejected) + Clean(rejected.Text));
    }

    /// <summary>Reads it back; the chosen answer becomes A. Without ◼ the prompt is the question and the completions are the answers.</summary>
    /// <param name="line">Where it stood.</param>
    /// <param name="id">Of the comparison.</param>
    /// <param name="dataset">Of the question.</param>
    public Comparison ToComparison(ExchangeRecord line, string id, string dataset)
    {
        var (question, chosen) = Parse(line, Chosen);
        var (other, rejected) = Parse(line, Rejected);
        return question == other
            ? new Comparison(id, new Question(QuestionText.IdOf(question), question, dataset), chosen, rejected, Preference.ABetter)
            : throw line.Wrong("the chosen and the rejected text answer different questions");
    }

    private (string Question, ComparedAnswer Answer) Parse(ExchangeRecord line, string completion)
    {
        if (!Prompt.Contains(Mark, StringComparison.Ordinal) && !completion.Contains(Mark, StringComparison.Ordinal))
        {
            return Prompt.Length > 0 ? (Prompt, new ComparedAnswer(completion, []))
                : throw line.Wrong("the question cannot be told from the answer: a text without a prompt needs ◼ (U+25FC) between question, quotes and answer");
        }
        var parts = (Prompt + completion).Split(Mark);
        return (parts[0], new ComparedAnswer(parts[^1], [.. parts[1..^1].Select(part => ReferenceOf(line, part))]));
    }

    private static ComparedReference ReferenceOf(ExchangeRecord line, string part)
    {
        var end = part.IndexOf("] ", StringComparison.Ordinal);
        var body = part.IndexOf("\n\n", StringComparison.Ordinal);
        return part.StartsWith('[') && end > 0 && body > end
            ? new ComparedReference(part[(end + 2)..body], part[(body + 2)..])
            : throw line.Wrong("between two ◼ stands something that is not a quote '[1] title', an empty line, and the text");
    }

    private static string References(ComparedAnswer answer)
    {
        var text = new StringBuilder();
        foreach (var (reference, i) in answer.References.Select(static (r, i) => (r, i)))
        {
            text.Append($"[{i + 1}] {Clean(reference.Title).ReplaceLineEndings(" ")}\n\n{Clean(reference.Extract)}{Mark}");
        }
        return text.ToString();
    }

    private static string Clean(string text) => text.Replace(Mark, '◾');
}
