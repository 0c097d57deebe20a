namespace WebQA.Statistics.Calibration;

/// <summary>How good forecast chances were, given what came.</summary>
public static class ForecastScores
{
    /// <summary>Mean squared distance of chance and outcome (Brier 1950): 0 is perfect, .25 is a coin.</summary>
    /// <param name="chances">From 0 to 1.</param>
    /// <param name="outcomes">From 0 to 1, in the same order; a tie is ½.</param>
    /// <exception cref="ArgumentException">The lists differ in length.</exception>
    public static double Brier(IReadOnlyList<double> chances, IReadOnlyList<double> outcomes) =>
        Zip(chances, outcomes).Average(static f => Math.Pow(f.Chance - f.Outcome, 2));

    /// <summary>Mean negative log-likelihood in nats: 0 is perfect, ln 2 is a coin; infinite where what was called impossible came.</summary>
    /// <inheritdoc cref="Brier" path="/param"/>
    public static double LogLoss(IReadOnlyList<double> chances, IReadOnlyList<double> outcomes) =>
        Zip(chances, outcomes).Average(static f => -(Times(f.Outcome, Math.Log(f.Chance)) + Times(1 - f.Outcome, Math.Log(1 - f.Chance))));

    /// <summary>Expected calibration error over bins of equal width: the mean distance of forecast and frequency, by the forecasts in a bin (Guo et al. 2017).</summary>
    /// <remarks>At small numbers it swings with the bins: say both.</remarks>
    public static double CalibrationError(IReadOnlyList<double> chances, IReadOnlyList<double> outcomes, int bins = 10) =>
        Error(Zip(chances, outcomes).GroupBy(f => Math.Min((int)(f.Chance * bins), bins - 1)), chances.Count);

    /// <summary>The same over bins that hold the same number of forecasts, as near as can be.</summary>
    public static double CalibrationErrorByMass(IReadOnlyList<double> chances, IReadOnlyList<double> outcomes, int bins = 10) =>
        Error(
            Zip(chances, outcomes).OrderBy(static f => f.Chance).Select((f, place) => (f, Bin: place * bins / chances.Count)).GroupBy(static f => f.Bin, static f => f.f),
            chances.Count);

    private static double Error(IEnumerable<IGrouping<int, (double Chance, double Outcome)>> bins, int count) =>
        bins.Sum(bin => Math.Abs(bin.Sum(static f => f.Chance - f.Outcome))) / count;

    private static double Times(double weight, double log) => weight == 0 ? 0 : weight * log;

    private static IEnumerable<(double Chance, double Outcome)> Zip(IReadOnlyList<double> chances, IReadOnlyList<double> outcomes) =>
        chances.Count == outcomes.Count
            ? chances.Zip(outcomes)
            : throw new ArgumentException($"Each forecast needs its outcome: there are {chances.Count} forecasts and {outcomes.Count} outcomes.", nameof(outcomes));
}
