namespace WebQA.Statistics;

/// <summary>Percentile bootstrap (Efron 1979): resamples the units (questions) with replacement.</summary>
public static class Bootstrap
{
    /// <summary>Resamples drawn where nothing else is asked for.</summary>
    public const int DefaultDraws = 2_000;

    /// <summary>The mean of one value a question, with its 95 % interval. NaN throughout where there is no value.</summary>
    /// <param name="values">One value a question; several samples of a question are averaged first.</param>
    /// <param name="seed">The same seed gives the same interval.</param>
    /// <param name="draws">Resamples, 100 or more.</param>
    public static Interval Mean(IReadOnlyList<double> values, int seed = 0, int draws = DefaultDraws) =>
        Of(values, static resample => resample.Average(), seed, draws);

    /// <summary>The mean difference of paired values, with its 95 % interval: questions are resampled, both systems together.</summary>
    /// <exception cref="ArgumentException">The lists differ in length.</exception>
    public static Interval MeanDifference(IReadOnlyList<double> a, IReadOnlyList<double> b, int seed = 0, int draws = DefaultDraws) =>
        Mean(Pairs.Differences(a, b), seed, draws);

    /// <summary>Any statistic of a sample (a pooled F1, say), with its 95 % interval. NaN throughout where there is no unit.</summary>
    /// <param name="units">What is resampled, with replacement: questions, pages.</param>
    /// <param name="statistic">Computed from the units, and from each resample of them.</param>
    /// <param name="seed">The same seed gives the same interval.</param>
    /// <param name="draws">Resamples, 100 or more.</param>
    public static Interval Of<T>(IReadOnlyList<T> units, Func<IReadOnlyList<T>, double> statistic, int seed = 0, int draws = DefaultDraws) =>
        Many(units, resample => [statistic(resample)], seed, draws) is [var interval] ? interval : new Interval(double.NaN, double.NaN, double.NaN);

    /// <summary>Several statistics of the same resamples, each with its 95 % interval; none where there is no unit.</summary>
    /// <param name="units">What is resampled, with replacement.</param>
    /// <param name="statistics">Computed from the units, and from each resample of them. Where one is NaN in a resample, that resample says nothing of it.</param>
    /// <param name="seed">The same seed gives the same intervals.</param>
    /// <param name="draws">Resamples, 100 or more.</param>
    public static IReadOnlyList<Interval> Many<T>(IReadOnlyList<T> units, Func<IReadOnlyList<T>, double[]> statistics, int seed = 0, int draws = DefaultDraws)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 100);
        if (units.Count == 0)
        {
            return [];
        }
        var random = new Random(seed);
        var values = new double[draws][];
        var resample = new T[units.Count];
        for (var draw = 0; draw < draws; draw++)
        {
            for (var i = 0; i < resample.Length; i++)
            {
                resample[i] = units[random.Next(units.Count)];
            }
            values[draw] = statistics(resample);
        }
        return [.. statistics(units).Select((estimate, i) => Around(estimate, [.. values.Select(drawn => drawn[i]).Where(double.IsFinite).Order()]))];
    }

    private static Interval Around(double estimate, double[] sorted) =>
        sorted.Length == 0 || double.IsNaN(estimate) ? new Interval(estimate, double.NaN, double.NaN) : new Interval(estimate, Quantile(sorted, 0.025), Quantile(sorted, 0.975));

    private static double Quantile(double[] sorted, double share) => sorted[(int)Math.Round(share * (sorted.Length - 1))];
}
