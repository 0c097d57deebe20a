namespace WebQA.Statistics.Calibration;

/// <summary>One number that makes forecasts as sure as they should be: log-odds are divided by it (Guo et al. 2017).</summary>
public static class TemperatureScaling
{
    private const double Lowest = 0.01, Highest = 100;

    /// <summary>The temperature with the smallest log-loss, from .01 to 100. Fit it on a split that nothing else was chosen by.</summary>
    /// <param name="logOdds">Forecasts, natural-log odds.</param>
    /// <param name="outcomes">From 0 to 1, in the same order; a tie is ½.</param>
    /// <exception cref="ArgumentException">The lists differ in length.</exception>
    public static double Fit(IReadOnlyList<double> logOdds, IReadOnlyList<double> outcomes)
    {
        // The loss is convex in 1/T, so in log T it has one valley, which golden sections close in on.
        var shrink = (Math.Sqrt(5) - 1) / 2;
        var (low, high) = (Math.Log(Lowest), Math.Log(Highest));
        while (high - low > 1e-12)
        {
            var (left, right) = (high - (shrink * (high - low)), low + (shrink * (high - low)));
            (low, high) = Loss(logOdds, outcomes, left) < Loss(logOdds, outcomes, right) ? (low, right) : (left, high);
        }
        return Math.Exp((low + high) / 2);
    }

    /// <summary>The chance that log-odds stand for at a temperature.</summary>
    public static double Chance(double logOdds, double temperature = 1) => 1 / (1 + Math.Exp(-logOdds / temperature));

    private static double Loss(IReadOnlyList<double> logOdds, IReadOnlyList<double> outcomes, double logTemperature) =>
        ForecastScores.LogLoss([.. logOdds.Select(l => Chance(l, Math.Exp(logTemperature)))], outcomes);
}
