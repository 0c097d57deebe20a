using WebQA.Statistics.Correlation;

namespace WebQA.Statistics.Tests.Correlation;

public sealed class RankCorrelationTests
{
    [Fact]
    public void Correlations_of_orders_equal_the_vectors()
    {
        double[] x = [1, 2, 3, 4, 5];
        double[] y = [3, 1, 2, 5, 4];

        Assert.Equal(Vector("kendall tau-b x=[1,2,3,4,5] y=[3,1,2,5,4]"), RankCorrelation.KendallTau(x, y), 1e-12);
        Assert.Equal(Vector("spearman same"), RankCorrelation.Spearman(x, y), 1e-12);
        Assert.Equal(Vector("kendall tau-b with ties x=[1,2,2,3] y=[1,2,3,3]"), RankCorrelation.KendallTau([1, 2, 2, 3], [1, 2, 3, 3]), 1e-12);
    }

    [Fact]
    public void Ties_share_their_mean_rank() => Assert.Equal(1, RankCorrelation.Spearman([1, 2, 2, 9], [10, 20, 20, 30]), 1e-12);

    [Fact]
    public void Where_all_are_equal_there_is_no_order() => Assert.True(double.IsNaN(RankCorrelation.KendallTau([1, 1, 1], [1, 2, 3])));

    [Fact]
    public void Orders_of_different_things_are_refused() =>
        Assert.StartsWith(
            "Two orders of the same things are needed: one has 1 values, the other 2.",
            Assert.Throws<ArgumentException>(() => RankCorrelation.Spearman([1], [1, 2])).Message,
            StringComparison.Ordinal);

    private static double Vector(string name)
    {
        using var vectors = Vectors.Read();
        return vectors.RootElement.GetProperty("tests").GetProperty(name).GetDouble();
    }
}
