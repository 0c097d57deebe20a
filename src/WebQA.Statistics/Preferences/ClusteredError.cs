namespace WebQA.Statistics.Preferences;

/// <summary>Standard error of a mean whose values come in clusters, as several comparisons of one question do.</summary>
public static class ClusteredError
{
    /// <summary>√(Σ over clusters of (Σ of its deviations)²) / n; 0 where all values are one, NaN without values.</summary>
    /// <param name="values">A value a comparison.</param>
    /// <param name="clusters">The cluster of each, in the same order: the question.</param>
    /// <exception cref="ArgumentException">The lists differ in length.</exception>
    /// <remarks>Miller 2024, arXiv 2411.00640, "Adding error bars to evals".</remarks>
    public static double OfMean<TCluster>(IReadOnlyList<double> values, IReadOnlyList<TCluster> clusters)
        where TCluster : notnull
    {
        if (values.Count != clusters.Count)
        {
            throw new ArgumentException($"Each value needs its cluster: there are {values.Count} values and {clusters.Count} clusters.", nameof(clusters));
        }
        if (values.Count == 0)
        {
            return double.NaN;
        }
        var mean = values.Average();
        var sums = values.Zip(clusters).AggregateBy(static v => v.Second, 0.0, (sum, v) => sum + v.First - mean);
        return Math.Sqrt(sums.Sum(static s => s.Value * s.Value)) / values.Count;
    }
}
