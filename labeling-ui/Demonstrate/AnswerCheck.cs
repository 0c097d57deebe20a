using WebQA.Core.Answers;
using WebQA.Core.Browsing;

namespace WebQA.LabelingUi.Demonstrate;

/// <summary>What is to be seen to before an answer is handed in; its citations are read by the code that checks the answers of policies.</summary>
public sealed record AnswerCheck
{
    /// <summary>Most findings of a kind that are listed.</summary>
    private const int MostListed = 20;

    /// <summary>The answer with its citations.</summary>
    public required Answer Answer { get; init; }

    /// <summary>Its words, citation marks left out.</summary>
    public required int Words { get; init; }

    /// <summary>Sentences that no citation covers: number from 1, and where they stand.</summary>
    public required IReadOnlyList<(int Number, TextSpan Span)> Uncited { get; init; }

    /// <summary>Quotes that nothing cites.</summary>
    public required IReadOnlyList<int> Unused { get; init; }

    /// <summary>Quotes at hand.</summary>
    public required int Quotes { get; init; }

    /// <summary>Whether there is no text yet.</summary>
    public bool IsEmpty => Answer.Text.Length == 0;

    /// <summary>Whether it may be handed in.</summary>
    public bool IsFine => !IsEmpty && Answer.Errors.Count == 0;

    /// <summary>Checks an answer against the quotes at hand.</summary>
    public static AnswerCheck Of(string text, int quotes)
    {
        var (citations, errors) = CitationParser.Parse(text, quotes);
        var cited = citations.SelectMany(citation => citation.References).ToHashSet();
        return new AnswerCheck
        {
            Answer = new Answer { Text = text, Citations = citations, Errors = text.Length == 0 ? [] : errors },
            Words = WordCount.Of(CitationMarks.Strip(text)),
            Uncited = [.. Sentences(text).Where(s => !citations.Any(c => new TextSpan(c.Start, c.Length).Overlaps(s.Span))).Take(MostListed)],
            Unused = [.. Enumerable.Range(1, quotes).Where(id => !cited.Contains(id))],
            Quotes = quotes,
        };
    }

    private static IEnumerable<(int Number, TextSpan Span)> Sentences(string text) => SentenceSplitter.Split(text)
        .Where(span => CitationMarks.Strip(text.Substring(span.Start, span.Length)).Any(char.IsLetterOrDigit))
        .Select(static (span, i) => (i + 1, span));
}
