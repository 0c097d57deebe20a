using CsCheck;

namespace WebQA.Statistics.Tests;

public sealed class IntervalTests
{
    [Fact]
    public void Wilson_intervals_equal_the_reference_vectors()
    {
        using var vectors = Vectors.Read();
        foreach (var vector in vectors.RootElement.GetProperty("wilson95").EnumerateObject())
        {
            var parts = vector.Name.Split('/');
            var interval = Wilson.Of(Vectors.Number(parts[0]), Vectors.Number(parts[1]));

            Assert.Equal(vector.Value[0].GetDouble(), interval.Low, 1e-9);
            Assert.Equal(vector.Value[1].GetDouble(), interval.High, 1e-9);
        }
    }

    [Fact]
    public void The_exact_sign_flip_test_equals_the_reference_vector()
    {
        using var vectors = Vectors.Read();
        var tests = vectors.RootElement.GetProperty("tests");
        var a = tests.GetProperty("paired a").EnumerateArray().Select(v => v.GetDouble()).ToList();
        var b = tests.GetProperty("paired b").EnumerateArray().Select(v => v.GetDouble()).ToList();

        Assert.Equal(tests.GetProperty("exact sign-flip permutation p (two-sided)").GetDouble(), SignFlip.PValue(a, b), 1e-12);
        Assert.Equal(tests.GetProperty("paired mean").GetDouble(), Bootstrap.MeanDifference(a, b).Estimate, 1e-12);
    }

    [Fact]
    public void Drawn_sign_flips_come_close_to_the_exact_p_value()
    {
        var a = Enumerable.Range(0, 20).Select(i => i < 13 ? 1.0 : 0.0).ToList();
        var b = Enumerable.Range(0, 20).Select(i => i < 13 ? 0.0 : 1.0).ToList();

        // P(|heads - 10| >= 3) for 20 fair coins.
        Assert.Equal(0.2632, SignFlip.PValue(a, b), 0.01);
    }

    [Fact]
    public void A_bootstrap_interval_of_coin_flips_has_the_width_of_the_normal_one()
    {
        var values = Enumerable.Range(0, 400).Select(i => i % 4 == 0 ? 1.0 : 0.0).ToList();

        var interval = Bootstrap.Mean(values, seed: 7);

        Assert.Equal(0.25, interval.Estimate, 1e-12);
        Assert.Equal(0.25 - (1.96 * Math.Sqrt(0.25 * 0.75 / 400)), interval.Low, 0.006);
        Assert.Equal(0.25 + (1.96 * Math.Sqrt(0.25 * 0.75 / 400)), interval.High, 0.006);
    }

    [Fact]
    public void The_same_seed_gives_the_same_interval() =>
        Gen.Double[0, 1].List[1, 40].Sample(v => Bootstrap.Mean(v, 3, 200) == Bootstrap.Mean(v, 3, 200), iter: 50);

    [Fact]
    public void Intervals_hold_their_estimate() =>
        Gen.Double[0, 1].List[1, 40].Sample(
            v =>
            {
                var interval = Bootstrap.Mean(v, 3, 200);
                return interval.Low <= interval.High && v.Min() - 1e-9 <= interval.Low && interval.High <= v.Max() + 1e-9;
            },
            iter: 50);

    [Fact]
    public void Without_values_there_is_no_estimate()
    {
        Assert.Equal(double.NaN, Bootstrap.Mean([]).Estimate);
        Assert.Equal(double.NaN, Wilson.Of(0, 0).Low);
    }

    [Fact]
    public void Unpaired_values_are_refused() =>
        Assert.Equal(
            "Paired values are needed: there are 2 of the one system and 1 of the other. (Parameter 'b')",
            Assert.Throws<ArgumentException>(() => SignFlip.PValue([1, 2], [1])).Message);
}
