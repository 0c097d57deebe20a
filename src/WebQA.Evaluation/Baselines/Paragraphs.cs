using WebQA.Core.Browsing;
using WebQA.Evaluation.Metrics;

namespace WebQA.Evaluation.Baselines;

/// <summary>The lines of a page that hold text: paragraphs, list items, table rows; headings left out.</summary>
internal static class Paragraphs
{
    /// <param name="Span">The paragraph as a quote.</param>
    /// <param name="Words">Its words, lower case.</param>
    public sealed record Paragraph(QuotedSpan Span, IReadOnlyList<string> Words);

    public static IEnumerable<Paragraph> Of(TextPage page)
    {
        var start = 0;
        foreach (var line in page.PlainText.Split('\n'))
        {
            if (line.Trim().Length > 0 && !line.StartsWith('#'))
            {
                var words = ScoredText.Words(line).Select(w => w.Trim('.', ',', ';', ':', '!', '?', '(', ')', '"', '“', '”', '’').ToLowerInvariant());
                yield return new Paragraph(new QuotedSpan(page.Content.RequestedUrl, page.Url, start, line), [.. words.Where(w => w.Length > 0)]);
            }
            start += line.Length + 1;
        }
    }
}
