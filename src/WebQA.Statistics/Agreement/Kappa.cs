namespace WebQA.Statistics.Agreement;

/// <summary>Agreement beyond what the raters' own habits would bring about by chance: 1 is perfect, 0 is chance.</summary>
public static class Kappa
{
    /// <summary>Cohen's κ of two raters (1960; weighted 1968). NaN where there is nothing to compare or no disagreement is possible.</summary>
    /// <param name="first">One rater's values, an item each.</param>
    /// <param name="second">The other's, in the same order.</param>
    /// <param name="weight">How far apart two values are counted.</param>
    /// <exception cref="ArgumentException">The lists differ in length.</exception>
    public static double Cohen(IReadOnlyList<double> first, IReadOnlyList<double> second, KappaWeight weight = KappaWeight.None)
    {
        if (first.Count != second.Count)
        {
            throw new ArgumentException($"Both raters rate the same items: one has {first.Count} values, the other {second.Count}.", nameof(second));
        }
        // Weights go by the place of a value among the values that occur, so that 1, 2, 5 are one step apart each.
        double[] values = [.. first.Concat(second).Distinct().Order()];
        double Distance(double a, double b) => weight switch
        {
            KappaWeight.None => a.Equals(b) ? 0 : 1,
            KappaWeight.Linear => Math.Abs(Array.BinarySearch(values, a) - Array.BinarySearch(values, b)),
            _ => Math.Pow(Array.BinarySearch(values, a) - Array.BinarySearch(values, b), 2),
        };
        var observed = first.Zip(second, Distance).DefaultIfEmpty(double.NaN).Average();
        var byChance = first.SelectMany(a => second, Distance).DefaultIfEmpty(double.NaN).Average();
        return byChance == 0 ? double.NaN : 1 - (observed / byChance);
    }

    /// <summary>Fleiss' κ (1971), for items that all have the same number of ratings, by whomever. NaN where no disagreement is possible.</summary>
    /// <param name="counts">A row an item, a column a category: how many raters chose it.</param>
    /// <exception cref="ArgumentException">The items differ in their number of ratings, or have fewer than two.</exception>
    public static double Fleiss(IReadOnlyList<IReadOnlyList<int>> counts)
    {
        var raters = counts.Count == 0 ? 0 : counts[0].Sum();
        if (raters < 2 || counts.Any(row => row.Sum() != raters))
        {
            throw new ArgumentException("Fleiss' kappa needs the same number of ratings, two or more, for each item; use Krippendorff's alpha where some are missing.", nameof(counts));
        }
        var observed = counts.Average(row => row.Sum(n => (double)n * (n - 1)) / ((double)raters * (raters - 1)));
        var byChance = Enumerable.Range(0, counts[0].Count).Sum(category => Math.Pow(counts.Sum(row => row[category]) / ((double)counts.Count * raters), 2));
        return byChance == 1 ? double.NaN : (observed - byChance) / (1 - byChance);
    }
}

/// <summary>How <see cref="Kappa.Cohen"/> counts a disagreement.</summary>
public enum KappaWeight
{
    /// <summary>Any disagreement is whole.</summary>
    None,

    /// <summary>By the steps between the values.</summary>
    Linear,

    /// <summary>By the square of the steps.</summary>
    Quadratic,
}
