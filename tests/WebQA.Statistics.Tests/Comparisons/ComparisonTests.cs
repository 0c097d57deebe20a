using CsCheck;
using WebQA.Statistics.Comparisons;

namespace WebQA.Statistics.Tests.Comparisons;

public sealed class ComparisonTests
{
    [Theory]
    [InlineData(10, 3)]
    [InlineData(25, 10)]
    [InlineData(1, 0)]
    public void McNemars_test_equals_the_vectors(int onlyFirst, int onlySecond)
    {
        Assert.Equal(Vector($"mcnemar exact b={onlyFirst} c={onlySecond}"), McNemar.Exact(onlyFirst, onlySecond), 1e-12);
        Assert.Equal(Vector($"mcnemar midp b={onlyFirst} c={onlySecond}"), McNemar.MidP(onlyFirst, onlySecond), 1e-12);
    }

    [Fact]
    public void Systems_that_never_differ_are_not_told_apart()
    {
        Assert.Equal(1, McNemar.Exact(0, 0));
        Assert.Equal(1, McNemar.MidP(4, 4));
    }

    [Fact]
    public void Adjusted_p_values_equal_the_vectors_in_the_order_given()
    {
        double[] pValues = [.01, .04, .03, .005];
        using var vectors = Vectors.Read();
        var tests = vectors.RootElement.GetProperty("tests");

        Assert.Equal(tests.GetProperty("holm [.01,.04,.03,.005]").EnumerateArray().Select(v => v.GetDouble()), ManyComparisons.Holm(pValues), Close);
        Assert.Equal(tests.GetProperty("BH").EnumerateArray().Select(v => v.GetDouble()), ManyComparisons.BenjaminiHochberg(pValues), Close);
    }

    [Fact]
    public void No_adjusted_p_value_is_below_its_own_or_above_one() =>
        Gen.Double[0, 1].List[0, 12].Sample(p =>
            p.Zip(ManyComparisons.Holm(p)).All(v => v.First <= v.Second + 1e-12 && v.Second <= 1)
            && p.Zip(ManyComparisons.BenjaminiHochberg(p)).All(v => v.First <= v.Second + 1e-12 && v.Second <= 1));

    private static bool Close(double a, double b) => Math.Abs(a - b) < 1e-12;

    private static double Vector(string name)
    {
        using var vectors = Vectors.Read();
        return vectors.RootElement.GetProperty("tests").GetProperty(name).GetDouble();
    }
}
