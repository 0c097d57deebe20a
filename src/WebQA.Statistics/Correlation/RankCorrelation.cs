namespace WebQA.Statistics.Correlation;

/// <summary>How alike two orders of the same things are: 1 the same, -1 the reverse.</summary>
public static class RankCorrelation
{
    /// <summary>Kendall's τ-b (1945), which allows ties; NaN where one of the two knows no order.</summary>
    /// <exception cref="ArgumentException">The lists differ in length.</exception>
    public static double KendallTau(IReadOnlyList<double> x, IReadOnlyList<double> y)
    {
        Check(x, y);
        long alike = 0, untiedX = 0, untiedY = 0;
        for (var i = 0; i < x.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var (a, b) = (Math.Sign(x[i].CompareTo(x[j])), Math.Sign(y[i].CompareTo(y[j])));
                alike += a * b;
                untiedX += a * a;
                untiedY += b * b;
            }
        }
        return alike / Math.Sqrt((double)untiedX * untiedY);
    }

    /// <summary>Spearman's ρ (1904): the correlation of the ranks, ties sharing their mean rank; NaN where one of the two knows no order.</summary>
    /// <exception cref="ArgumentException">The lists differ in length.</exception>
    public static double Spearman(IReadOnlyList<double> x, IReadOnlyList<double> y)
    {
        Check(x, y);
        return Pearson(Ranks(x), Ranks(y));
    }

    private static double Pearson(double[] x, double[] y)
    {
        var (meanX, meanY) = (x.DefaultIfEmpty().Average(), y.DefaultIfEmpty().Average());
        var together = x.Zip(y, (a, b) => (a - meanX) * (b - meanY)).Sum();
        return together / Math.Sqrt(x.Sum(a => Math.Pow(a - meanX, 2)) * y.Sum(b => Math.Pow(b - meanY, 2)));
    }

    private static double[] Ranks(IReadOnlyList<double> values)
    {
        var ranks = new double[values.Count];
        var first = 1;
        foreach (var tied in Enumerable.Range(0, values.Count).GroupBy(i => values[i]).OrderBy(g => g.Key))
        {
            var count = tied.Count();
            foreach (var i in tied)
            {
                ranks[i] = first + ((count - 1) / 2.0);
            }
            first += count;
        }
        return ranks;
    }

    private static void Check(IReadOnlyList<double> x, IReadOnlyList<double> y)
    {
        if (x.Count != y.Count)
        {
            throw new ArgumentException($"Two orders of the same things are needed: one has {x.Count} values, the other {y.Count}.", nameof(y));
        }
    }
}
