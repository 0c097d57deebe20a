using WebQA.Core.Browsing;
using WebQA.Evaluation.Metrics;

namespace WebQA.Evaluation.Baselines;

/// <summary>Paragraphs in an order that the question's text alone decides.</summary>
internal static class RandomParagraphs
{
    public static IReadOnlyList<QuotedSpan> Shuffle(string question, IReadOnlyList<TextPage> pages)
    {
        var paragraphs = pages.SelectMany(Paragraphs.Of).Select(p => p.Span).ToArray();
        new Random((int)(MiniWeb.SampleSeed.Of(0, question, 0) & int.MaxValue)).Shuffle(paragraphs);
        return paragraphs;
    }
}
