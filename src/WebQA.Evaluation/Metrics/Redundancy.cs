namespace WebQA.Evaluation.Metrics;

/// <summary>How much of what was quoted had been quoted before.</summary>
public static class Redundancy
{
    private const int Gram = 4;

    /// <summary>Share, 0 to 1, of the runs of four words, case and punctuation aside, that an earlier quote holds too.</summary>
    public static double Of(IEnumerable<QuotedSpan> quotes)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var (repeated, total) = (0, 0);
        foreach (var quote in quotes)
        {
            var words = ScoredText.Words(quote.Extract).Select(w => w.Trim('.', ',', ';', ':', '!', '?', '(', ')', '"', '“', '”')).ToList();
            var grams = Enumerable.Range(0, Math.Max(0, words.Count - Gram + 1)).Select(i => string.Join(' ', words.Skip(i).Take(Gram))).ToList();
            total += grams.Count;
            repeated += grams.Count(seen.Contains);
            seen.UnionWith(grams);
        }
        return total == 0 ? 0 : (double)repeated / total;
    }
}
