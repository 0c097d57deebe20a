namespace WebQA.Statistics.Agreement;

/// <summary>Krippendorff's α: agreement of any number of raters with gaps, on any scale of measurement; 1 is perfect, 0 is chance.</summary>
/// <remarks>Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability": the matrix of coincidences, and the differences of four scales.</remarks>
public static class KrippendorffAlpha
{
    /// <summary>α of a table; NaN where fewer than two values occur among items rated twice.</summary>
    /// <param name="ratings">Who said what; items with one rating are left out.</param>
    /// <param name="scale">What the difference of two values means.</param>
    public static double Of(Ratings ratings, MeasurementScale scale)
    {
        IReadOnlyList<double>[] items = [.. Enumerable.Range(0, ratings.Items).Select(ratings.Of).Where(static values => values.Count > 1)];
        double[] values = [.. items.SelectMany(static i => i).Distinct().Order()];
        return Of(Coincidences(items, values), values, scale);
    }

    /// <summary>α of a matrix of coincidences; NaN where fewer than two values occur.</summary>
    /// <param name="coincidences">For each two values, how often they meet in an item: each ordered pair of its ratings counts 1 / (ratings - 1).</param>
    /// <param name="values">The values of its rows and columns, ascending.</param>
    /// <param name="scale">What the difference of two values means.</param>
    public static double Of(double[,] coincidences, double[] values, MeasurementScale scale)
    {
        double[] totals = [.. Enumerable.Range(0, values.Length).Select(v => Enumerable.Range(0, values.Length).Sum(w => coincidences[v, w]))];
        var all = totals.Sum();
        double observed = 0, expected = 0;
        for (var v = 0; v < values.Length; v++)
        {
            for (var w = v + 1; w < values.Length; w++)
            {
                var difference = Difference(scale, values, totals, v, w);
                observed += coincidences[v, w] * difference;
                expected += totals[v] * totals[w] * difference;
            }
        }
        return expected == 0 ? double.NaN : 1 - ((all - 1) * observed / expected);
    }

    private static double[,] Coincidences(IReadOnlyList<double>[] items, double[] values)
    {
        var coincidences = new double[values.Length, values.Length];
        foreach (var item in items)
        {
            for (var i = 0; i < item.Count; i++)
            {
                for (var j = 0; j < item.Count; j++)
                {
                    if (i != j)
                    {
                        coincidences[Array.BinarySearch(values, item[i]), Array.BinarySearch(values, item[j])] += 1.0 / (item.Count - 1);
                    }
                }
            }
        }
        return coincidences;
    }

    /// <summary>The squared difference of two values, <paramref name="v"/> below <paramref name="w"/>.</summary>
    private static double Difference(MeasurementScale scale, double[] values, double[] totals, int v, int w) => scale switch
    {
        MeasurementScale.Nominal => 1,
        // All values between the two, those at both ends counted a half.
        MeasurementScale.Ordinal => Math.Pow(totals[v..(w + 1)].Sum() - ((totals[v] + totals[w]) / 2), 2),
        MeasurementScale.Interval => Math.Pow(values[v] - values[w], 2),
        _ => Math.Pow((values[v] - values[w]) / (values[v] + values[w]), 2),
    };
}

/// <summary>What the difference of two values means.</summary>
public enum MeasurementScale
{
    /// <summary>Same or not.</summary>
    Nominal,

    /// <summary>An order without distances, as that of a five-point rating.</summary>
    Ordinal,

    /// <summary>Distances.</summary>
    Interval,

    /// <summary>Proportions; values above 0.</summary>
    Ratio,
}
