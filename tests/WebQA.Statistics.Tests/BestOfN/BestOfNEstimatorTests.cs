using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using CsCheck;
using WebQA.Statistics.BestOfN;

namespace WebQA.Statistics.Tests.BestOfN;

public sealed partial class BestOfNEstimatorTests
{
    [Fact]
    public void Estimates_equal_the_vectors()
    {
        using var vectors = Vectors.Read();
        var cases = Section(vectors).EnumerateObject().Select(v => (Match: Case().Match(v.Name), v.Value)).Where(c => c.Match.Success).ToList();

        Assert.Equal(15, cases.Count);
        Assert.All(cases, c => Assert.Equal(
            c.Value.GetDouble(),
            BestOfNEstimator.Estimate(Numbers(c.Match.Groups["train"].Value), Numbers(c.Match.Groups["val"].Value), int.Parse(c.Match.Groups["n"].Value, CultureInfo.InvariantCulture)),
            1e-12));
    }

    [Fact]
    public void Weights_divergence_and_ceiling_equal_the_vectors()
    {
        using var vectors = Vectors.Read();
        var section = Section(vectors);

        Assert.Equal(section.GetProperty("weights N=6 n=3").EnumerateArray().Select(v => v.GetDouble()), BestOfNEstimator.Weights(6, 3), (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.All(section.GetProperty("KL").EnumerateObject(), v => Assert.Equal(v.Value.GetDouble(), BestOfNEstimator.KullbackLeibler(int.Parse(v.Name, CultureInfo.InvariantCulture)), 1e-12));
        Assert.All(
            section.GetProperty("winbound n/(n+1)").EnumerateObject(),
            v => Assert.Equal(v.Value.GetDouble(), BestOfNEstimator.WinRateCeiling(int.Parse(v.Name, CultureInfo.InvariantCulture)), 1e-12));
    }

    [Fact]
    public void It_is_the_mean_over_every_draw_from_the_pool() =>
        Gen.Select(Gen.Int[0, 4].Array[2, 9], Gen.Int[1, 9]).Sample((rewards, n) =>
        {
            n = Math.Min(n, rewards.Length);
            double[] scores = [.. rewards.Select((r, i) => (double)((r * 7) + i) % 5)];
            return Math.Abs(MeanOverDraws(rewards, scores, n) - BestOfNEstimator.Estimate([.. rewards.Select(r => (double)r)], scores, n)) < 1e-9;
        });

    [Fact]
    public void A_large_pool_does_not_overflow() => Assert.Equal(1, BestOfNEstimator.Weights(5_000, 2_500).Sum(), 1e-9);

    [Fact]
    public void More_draws_than_samples_are_refused() =>
        Assert.StartsWith(
            "Best-of-n can be estimated for n from 1 to the number of samples, 4; got 5.",
            Assert.Throws<ArgumentException>(() => BestOfNEstimator.Estimate([1, 2, 3, 4], [1, 2, 3, 4], 5)).Message,
            StringComparison.Ordinal);

    /// <summary>Brute force: the mean score of the best of each draw, ties in reward sharing the mean score of all that hold that reward in the pool.</summary>
    private static double MeanOverDraws(int[] rewards, double[] scores, int n)
    {
        var draws = Enumerable.Range(0, 1 << rewards.Length).Where(set => int.PopCount(set) == n).ToList();
        return draws.Average(set =>
        {
            var best = Enumerable.Range(0, rewards.Length).Where(i => (set >> i & 1) == 1).Max(i => rewards[i]);
            return Enumerable.Range(0, rewards.Length).Where(i => rewards[i] == best).Average(i => scores[i]);
        });
    }

    private static JsonElement Section(JsonDocument vectors) => vectors.RootElement.GetProperty("bon");

    private static double[] Numbers(string list) => [.. list.Split(", ").Select(Vectors.Number)];

    [GeneratedRegex(@"^train=\[(?<train>[^]]+)\] val=\[(?<val>[^]]+)\] n=(?<n>\d+)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Case();
}
