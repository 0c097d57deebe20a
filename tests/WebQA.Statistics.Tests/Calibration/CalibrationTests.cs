using WebQA.Statistics.Calibration;

namespace WebQA.Statistics.Tests.Calibration;

public sealed class CalibrationTests
{
    [Fact]
    public void Scores_of_forecasts_equal_the_vectors()
    {
        var (chances, outcomes) = Forecasts();

        Assert.Equal(Vector("ece10_equalwidth"), ForecastScores.CalibrationError(chances, outcomes), 1e-12);
        Assert.Equal(Vector("ece5"), ForecastScores.CalibrationError(chances, outcomes, bins: 5), 1e-12);
        Assert.Equal(Vector("ece4_equalmass"), ForecastScores.CalibrationErrorByMass(chances, outcomes, bins: 4), 1e-12);
        Assert.Equal(Vector("brier"), ForecastScores.Brier(chances, outcomes), 1e-12);
        Assert.Equal(Vector("logloss"), ForecastScores.LogLoss(chances, outcomes), 1e-12);
    }

    [Fact]
    public void The_fitted_temperature_equals_the_vector()
    {
        var (chances, outcomes) = Forecasts();
        double[] logOdds = [.. chances.Select(p => Math.Log(p / (1 - p)))];

        var temperature = TemperatureScaling.Fit(logOdds, outcomes);

        Assert.Equal(Vector("temperature"), temperature, 1e-6);
        Assert.Equal(Vector("logloss_at_T"), ForecastScores.LogLoss([.. logOdds.Select(l => TemperatureScaling.Chance(l, temperature))], outcomes), 1e-9);
    }

    [Fact]
    public void A_sure_forecast_that_came_true_costs_nothing() => Assert.Equal(0, ForecastScores.LogLoss([1, 0], [1, 0]));

    [Fact]
    public void A_forecast_without_an_outcome_is_refused() =>
        Assert.StartsWith(
            "Each forecast needs its outcome: there are 2 forecasts and 1 outcomes.",
            Assert.Throws<ArgumentException>(() => ForecastScores.Brier([0.5, 0.5], [1])).Message,
            StringComparison.Ordinal);

    private static (double[] Chances, double[] Outcomes) Forecasts()
    {
        using var vectors = Vectors.Read();
        var section = vectors.RootElement.GetProperty("calibration");
        return ([.. section.GetProperty("p").EnumerateArray().Select(v => v.GetDouble())], [.. section.GetProperty("y").EnumerateArray().Select(v => v.GetDouble())]);
    }

    private static double Vector(string name)
    {
        using var vectors = Vectors.Read();
        return vectors.RootElement.GetProperty("calibration").GetProperty(name).GetDouble();
    }
}
