using WebQA.Core.Browsing;
using WebQA.Evaluation.Metrics;

namespace WebQA.Evaluation.Baselines;

/// <summary>Paragraphs by BM25 against the question, with the statistics of the paragraphs at hand.</summary>
/// <remarks>Robertson and Zaragoza 2009; k1 0.9, b 0.4.</remarks>
internal static class LexicalParagraphs
{
    private const double K1 = 0.9;
    private const double B = 0.4;

    /// <summary>Shorter words carry little.</summary>
    private const int MinimumLength = 4;

    public static IReadOnlyList<QuotedSpan> Rank(string question, IReadOnlyList<TextPage> pages)
    {
        var paragraphs = pages.SelectMany(Paragraphs.Of).ToList();
        var average = paragraphs.Count == 0 ? 1 : paragraphs.Average(p => p.Words.Count);
        var terms = ScoredText.Words(question)
            .Select(w => w.Trim('.', ',', ';', ':', '!', '?', '(', ')', '"', '“', '”', '’', '\'').ToLowerInvariant())
            .Where(w => w.Length >= MinimumLength).Distinct().ToList();
        var frequency = terms.ToDictionary(t => t, t => paragraphs.Count(p => p.Words.Contains(t)));
        return [.. paragraphs.OrderByDescending(Score).Select(p => p.Span)];

        double Score(Paragraphs.Paragraph paragraph) => terms.Sum(term =>
        {
            double count = paragraph.Words.Count(w => w == term);
            var rarity = Math.Log(1 + ((paragraphs.Count - frequency[term] + 0.5) / (frequency[term] + 0.5)));
            return rarity * count * (K1 + 1) / (count + (K1 * (1 - B + (B * paragraph.Words.Count / average))));
        });
    }
}
