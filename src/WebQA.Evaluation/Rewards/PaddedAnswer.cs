using WebQA.Core.Browsing;
using WebQA.Core.Feedback;

namespace WebQA.Evaluation.Rewards;

/// <summary>Answers made worse on purpose: longer, and no better. A reward model has to prefer the original.</summary>
public static class PaddedAnswer
{
    /// <summary>With sentences of its own references appended that it does not hold and that share no long word with the question; null where there are none.</summary>
    public static string? WithOwnPassage(string question, ComparedAnswer answer)
    {
        string[] padding = [.. answer.References.SelectMany(static r => Sentences(r.Extract))
            .Where(s => s.Length is > 40 and < 400 && !answer.Text.Contains(s, StringComparison.OrdinalIgnoreCase) && !SharesWord(question, s)).Take(3)];
        return padding.Length == 0 ? null : $"{answer.Text.TrimEnd()} {string.Join(' ', padding)}";
    }

    /// <summary>With its own last sentences said again; null where it has but one.</summary>
    public static string? WithRepetition(ComparedAnswer answer)
    {
        string[] sentences = [.. Sentences(answer.Text)];
        return sentences.Length < 2 ? null : $"{answer.Text.TrimEnd()} {string.Join(' ', sentences.TakeLast(Math.Max(1, sentences.Length / 2)))}";
    }

    private static IEnumerable<string> Sentences(string text) => SentenceSplitter.Split(text).Select(span => text.Substring(span.Start, span.Length));

    private static bool SharesWord(string question, string sentence) =>
        question.Split(' ').Where(static w => w.Length > 4).Any(w => sentence.Contains(w.Trim('?', '.', ',', '"'), StringComparison.OrdinalIgnoreCase));
}
