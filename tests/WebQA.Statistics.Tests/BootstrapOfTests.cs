namespace WebQA.Statistics.Tests;

public class BootstrapOfTests
{
    private static readonly double[] Values = [1, 2, 4, 8, 16];

    [Fact]
    public void The_interval_of_a_mean_is_that_of_the_bootstrap_of_means() =>
        Assert.Equal(Bootstrap.Mean(Values, seed: 3), Bootstrap.Of(Values, sample => sample.Average(), seed: 3));

    [Fact]
    public void Without_units_there_is_no_statistic() => Assert.True(double.IsNaN(Bootstrap.Of<double>([], sample => sample.Count).Estimate));
}
