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
        var table = new double[values.Length, values.Length];
        for (var i = 0; i < first.Count; i++)
        {
            table[Array.BinarySearch(values, first[i]), Array.BinarySearch(values, second[i])]++;
        }
        return Cohen(table, weight);
    }

    /// <summary>Cohen's κ of a table of counts. NaN where there is nothing to compare or no disagreement is possible.</summary>
    /// <param name="table">Square: a row a value of the one rater, a column a value of the other, both in the order of the scale.</param>
    /// <param name="weight">How far apart two values are counted, by their places in the table.</param>
    public static double Cohen(double[,] table, KappaWeight weight = KappaWeight.None)
    {
        var size = table.GetLength(0);
        var (rows, columns) = (new double[size], new double[size]);
        double count = 0, observed = 0, byChance = 0;
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++)
            {
                rows[i] += table[i, j];
                columns[j] += table[i, j];
                count += table[i, j];
                observed += table[i, j] * Distance(weight, i, j);
            }
        }
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++)
            {
                byChance += rows[i] * columns[j] * Distance(weight, i, j);
            }
        }
        return byChance == 0 ? double.NaN : 1 - (observed * count / byChance);
    }

    private static double Distance(KappaWeight weight, int i, int j) => weight switch
    {
        KappaWeight.None => i == j ? 0 : 1,
        KappaWeight.Linear => Math.Abs(i - j),
        _ => (i - j) * (i - j),
    };

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

/// <summary>How Cohen's κ counts a disagreement.</summary>
public enum KappaWeight
{
    /// <summary>Any disagreement is whole.</summary>
    None,

    /// <summary>By the steps between the values.</summary>
    Linear,

    /// <summary>By the square of the steps.</summary>
    Quadratic,
}
