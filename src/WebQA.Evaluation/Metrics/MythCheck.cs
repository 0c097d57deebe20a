using WebQA.Evaluation.MiniWeb;

namespace WebQA.Evaluation.Metrics;

/// <summary>Whether an answer fell for what weak pages claim.</summary>
public static class MythCheck
{
    /// <summary>Share of a myth's content stems that one sentence must hold to assert it.</summary>
    private const double Coverage = 0.8;

    /// <summary>Whether a page that makes one of the question's false claims was quoted.</summary>
    public static bool QuotesMythPage(MiniWebQuestion question, IEnumerable<QuotedSpan> quotes)
    {
        var pages = question.Myths.Select(m => ScoredText.Page(m.Url)).ToHashSet();
        return quotes.Any(q => pages.Contains(ScoredText.Page(q.Url)) || pages.Contains(ScoredText.Page(q.FinalUrl)));
    }

    /// <summary>Number of the question's myths that a sentence of the answer asserts.</summary>
    public static int Asserted(MiniWebQuestion question, string? answer)
    {
        var sentences = ScoredText.Sentences(answer ?? string.Empty).Select(ScoredText.Stems).ToList();
        return question.Myths.Count(m =>
        {
            var stems = ScoredText.Stems(m.Claim);
            return stems.Count > 0 && sentences.Exists(s => stems.Count(s.Contains) >= Coverage * stems.Count);
        });
    }
}
