using System.Globalization;
using WebQA.Statistics.Preferences;

namespace WebQA.Statistics.Tests.Preferences;

public sealed class WinRateTests
{
    [Fact]
    public void Win_rates_with_ties_equal_the_vectors()
    {
        using var vectors = Vectors.Read();
        foreach (var vector in vectors.RootElement.GetProperty("winrate_ties").EnumerateObject())
        {
            int[] counts = [.. vector.Name.Split('/').Select(n => int.Parse(n, CultureInfo.InvariantCulture))];
            var rate = new WinRate(counts[0], counts[1], counts[2]);

            double Value(string name) => vector.Value.GetProperty(name).GetDouble();
            Assert.Equal(Value("p"), rate.Rate, 1e-12);
            Assert.Equal(Value("se"), rate.StandardError, 1e-12);
            Assert.Equal(Value("lo"), rate.Interval.Low, 1e-9);
            Assert.Equal(Value("hi"), rate.Interval.High, 1e-9);
            Assert.Equal(Value("netwin"), rate.NetWin, 1e-12);
            Assert.Equal(vector.Value.GetProperty("wilson_halfties")[0].GetDouble(), rate.WilsonInterval.Low, 1e-9);
            Assert.Equal(vector.Value.GetProperty("wilson_halfties")[1].GetDouble(), rate.WilsonInterval.High, 1e-9);
            Assert.Equal(1, rate.SignTest / Value("sign_p"), 1e-9);
        }
    }

    [Fact]
    public void Five_point_ratings_count_by_their_sign() =>
        Assert.Equal(new WinRate(Wins: 3, Ties: 1, Losses: 2), WinRate.Of([2, 1, 1, 0, -1, -2]));

    [Fact]
    public void The_comparisons_needed_equal_the_vectors()
    {
        using var vectors = Vectors.Read();
        foreach (var vector in vectors.RootElement.GetProperty("power_n_vs_50pct").EnumerateObject())
        {
            Assert.Equal(vector.Value.GetInt32(), Power.ComparisonsNeeded(Vectors.Number(vector.Name)));
        }
    }

    [Fact]
    public void A_coin_can_never_be_told_from_a_coin() => Assert.Throws<ArgumentOutOfRangeException>(() => Power.ComparisonsNeeded(0.5));

    [Theory] // quantiles of the standard normal distribution as tables print them
    [InlineData(1e-12, -7.034483825)]
    [InlineData(0.025, -1.959963985)]
    [InlineData(0.5, 0)]
    [InlineData(0.8, 0.841621234)]
    [InlineData(0.999, 3.090232306)]
    public void Quantiles_of_the_normal_distribution_are_those_of_the_tables(double share, double expected) =>
        Assert.Equal(expected, Normal.Quantile(share), 1e-8);

    [Fact]
    public void The_clustered_error_equals_the_vector()
    {
        using var vectors = Vectors.Read();
        var tests = vectors.RootElement.GetProperty("tests");
        double[] values = [.. tests.GetProperty("cluster s").EnumerateArray().Select(v => v.GetDouble())];
        int[] clusters = [.. tests.GetProperty("cluster ids").EnumerateArray().Select(v => v.GetInt32())];

        Assert.Equal(tests.GetProperty("SE_clustered").GetDouble(), ClusteredError.OfMean(values, clusters), 1e-12);
        Assert.Equal(tests.GetProperty("SE_clt (1/n var)").GetDouble(), ClusteredError.OfMean(values, [.. Enumerable.Range(0, values.Length)]), 1e-12);
    }

    [Fact]
    public void A_value_without_a_cluster_is_refused() =>
        Assert.StartsWith(
            "Each value needs its cluster: there are 2 values and 1 clusters.",
            Assert.Throws<ArgumentException>(() => ClusteredError.OfMean([1, 2], ["q"])).Message,
            StringComparison.Ordinal);
}
