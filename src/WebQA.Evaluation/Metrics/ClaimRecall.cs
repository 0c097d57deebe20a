using WebQA.Evaluation.MiniWeb;

namespace WebQA.Evaluation.Metrics;

/// <summary>Claim evidence recall: the share of a question's claims whose evidence was quoted.</summary>
/// <remarks>
/// A claim counts when its evidence, white space collapsed and case kept, lies inside the quoted spans of its page: inside one extract,
/// or inside all of the page's extracts joined in page order. So does any of its other places.
/// </remarks>
public static class ClaimRecall
{
    /// <summary>Recall, 0 to 1, and the words it took.</summary>
    /// <param name="question">A question with claims.</param>
    /// <param name="quotes">In quoting order.</param>
    /// <param name="words">Only the first so many quoted words count; null for all.</param>
    public static (double Recall, int Words) Of(MiniWebQuestion question, IEnumerable<QuotedSpan> quotes, int? words = null)
    {
        var pages = new Dictionary<string, List<(int Start, string Text)>>();
        var used = 0;
        foreach (var quote in quotes)
        {
            var all = ScoredText.Words(quote.Extract);
            if (words is { } limit && used >= limit)
            {
                break;
            }
            var count = words is { } most ? Math.Min(all.Length, most - used) : all.Length;
            var text = count == all.Length ? quote.Extract : string.Join(' ', all[..count]);
            used += count;
            foreach (var page in new[] { ScoredText.Page(quote.Url), ScoredText.Page(quote.FinalUrl) }.Distinct())
            {
                (pages.TryGetValue(page, out var spans) ? spans : pages[page] = []).Add((quote.Start, ScoredText.Normal(text)));
            }
        }
        var quoted = pages.ToDictionary(p => p.Key, p => p.Value.OrderBy(s => s.Start).ThenBy(s => s.Text, StringComparer.Ordinal).Select(s => s.Text).ToList());
        var found = question.Claims.Count(c => c.Also.Prepend(c).Any(s => IsQuoted(s, quoted)));
        return ((double)found / question.Claims.Count, used);
    }

    private static bool IsQuoted(Statement statement, Dictionary<string, List<string>> quoted)
    {
        if (!quoted.TryGetValue(ScoredText.Page(statement.Url), out var spans))
        {
            return false;
        }
        var evidence = ScoredText.Normal(statement.Evidence);
        return spans.Exists(s => s.Contains(evidence, StringComparison.Ordinal))
            || string.Join(' ', spans).Contains(evidence, StringComparison.Ordinal);
    }
}
