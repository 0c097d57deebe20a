using WebQA.Policies.Ranking.Notebooks;
using WebQA.Policies.Ranking.Passages;

namespace WebQA.Policies.Ranking.Features;

/// <summary>Measures the links of a page against the question.</summary>
internal static class LinkScorer
{
    /// <summary>Anchors of one word ("here", "more") promise nothing.</summary>
    private const int MinimumAnchorWords = 2;

    /// <summary>The anchors of a page that can be scored, to be embedded before <see cref="Score"/>.</summary>
    public static IEnumerable<string> Anchors(ReadPage page) =>
        page.Text.Links.Select(l => l.Text).Where(t => Words.Of(t).Count >= MinimumAnchorWords);

    /// <summary>Half the anchor's cosine and half its sentence's, to the question or to the clause they suit best.</summary>
    public static IEnumerable<ScoredLink> Score(ReadPage page, Notebook notebook, QuestionFocus question, EmbeddingBook embeddings)
    {
        var domains = page.Noted.Links.ToDictionary(l => l.Id, l => l.Domain);
        foreach (var link in page.Text.Links.DistinctBy(l => l.Id))
        {
            if (Words.Of(link.Text).Count < MinimumAnchorWords
                || notebook.Target(page.Noted.Key, link.Id) is not null
                || IsKnown(notebook, link.Text, domains.GetValueOrDefault(link.Id)))
            {
                continue;
            }
            var anchor = embeddings[link.Text];
            var sentence = page.Sentences.FirstOrDefault(s => s.Span.Overlaps(link.Span)) is { } holder ? page.VectorOf(holder.Text) : anchor;
            var score = question.Clauses.Select(c => c.Vector).Prepend(question.Vector).Max(v => (Vectors.Dot(anchor, v) + Vectors.Dot(sentence, v)) / 2);
            yield return new ScoredLink(page.Noted.Key, link.Id, score);
        }
    }

    /// <summary>Observations show no addresses, so a page is recognised by its title and domain.</summary>
    private static bool IsKnown(Notebook notebook, string anchor, string? domain) =>
        notebook.Pages.Exists(p => p.Title.StartsWith(anchor, StringComparison.OrdinalIgnoreCase) && p.Title.EndsWith($"({domain})", StringComparison.Ordinal));
}

/// <summary>A link of a page with what following it promises, −1 to 1.</summary>
internal sealed record ScoredLink(string PageKey, int Id, double Score);
