namespace WebQA.Statistics.Comparisons;

/// <summary>p values of several tests at once, adjusted so that they may each be held against the one level.</summary>
public static class ManyComparisons
{
    /// <summary>Holm (1979): no false finding among all, at that level. In the order given.</summary>
    public static IReadOnlyList<double> Holm(IReadOnlyList<double> pValues) =>
        Adjust(pValues, ascending: true, (p, rank) => (pValues.Count - rank) * p, Math.Max);

    /// <summary>Benjamini and Hochberg (1995): that share of false findings among the findings. In the order given.</summary>
    public static IReadOnlyList<double> BenjaminiHochberg(IReadOnlyList<double> pValues) =>
        Adjust(pValues, ascending: false, (p, rank) => p * pValues.Count / (pValues.Count - rank), Math.Min);

    /// <summary>Adjusts in order of size; each result is kept on the right side of the one before.</summary>
    private static double[] Adjust(IReadOnlyList<double> pValues, bool ascending, Func<double, int, double> adjust, Func<double, double, double> keep)
    {
        var adjusted = new double[pValues.Count];
        int[] bySize = [.. Enumerable.Range(0, pValues.Count).OrderBy(i => ascending ? pValues[i] : -pValues[i])];
        var before = ascending ? 0.0 : 1.0;
        for (var rank = 0; rank < bySize.Length; rank++)
        {
            before = keep(before, Math.Min(1, adjust(pValues[bySize[rank]], rank)));
            adjusted[bySize[rank]] = before;
        }
        return adjusted;
    }
}
