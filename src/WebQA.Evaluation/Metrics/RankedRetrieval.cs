namespace WebQA.Evaluation.Metrics;

/// <summary>How well a ranking puts the relevant documents first. A document is relevant or not.</summary>
public static class RankedRetrieval
{
    /// <summary>Normalized discounted cumulative gain (Järvelin and Kekäläinen 2002): 1 where the first <paramref name="depth"/> documents are all relevant, or hold all that are, at the top.</summary>
    /// <param name="ranking">Documents, best first.</param>
    /// <param name="relevant">At least one.</param>
    /// <param name="depth">Documents that are looked at, at least 1.</param>
    public static double NormalizedGain(IReadOnlyList<string> ranking, IReadOnlySet<string> relevant, int depth)
    {
        var gain = ranking.Take(depth).Select((document, i) => relevant.Contains(document) ? Discount(i) : 0).Sum();
        return gain / Enumerable.Range(0, Math.Min(depth, relevant.Count)).Sum(Discount);
    }

    /// <summary>1 divided by the rank of the first relevant document; 0 where none is among the first <paramref name="depth"/>.</summary>
    public static double ReciprocalRank(IReadOnlyList<string> ranking, IReadOnlySet<string> relevant, int depth) =>
        ranking.Take(depth).Select((document, i) => relevant.Contains(document) ? 1.0 / (i + 1) : 0).FirstOrDefault(static r => r > 0);

    /// <summary>The share of the relevant documents that are among the first <paramref name="depth"/>.</summary>
    public static double Recall(IReadOnlyList<string> ranking, IReadOnlySet<string> relevant, int depth) =>
        (double)ranking.Take(depth).Count(relevant.Contains) / relevant.Count;

    private static double Discount(int index) => 1 / Math.Log2(index + 2);
}
