namespace WebQA.Statistics.BestOfN;

/// <summary>What best-of-n would give, estimated without bias from a larger pool of samples of one question.</summary>
/// <remarks>WebGPT, appendix I. Standard errors go over questions, never over samples.</remarks>
public static class BestOfNEstimator
{
    /// <summary>Expected validation score of the sample with the highest training reward of <paramref name="n"/> drawn from the pool.</summary>
    /// <param name="rewards">What chooses: a reward a sample.</param>
    /// <param name="scores">What judges, in the same order: by something other than the chooser.</param>
    /// <param name="n">Samples drawn, from 1 to the size of the pool.</param>
    /// <remarks>Samples of equal reward share their places, since the chooser cannot tell them apart.</remarks>
    /// <exception cref="ArgumentException">The lists differ in length, or n does not fit the pool.</exception>
    public static double Estimate(IReadOnlyList<double> rewards, IReadOnlyList<double> scores, int n)
    {
        if (rewards.Count != scores.Count)
        {
            throw new ArgumentException($"Each sample needs a reward and a score: there are {rewards.Count} rewards and {scores.Count} scores.", nameof(scores));
        }
        var weights = Weights(rewards.Count, n);
        var place = 0;
        var estimate = 0.0;
        foreach (var tied in rewards.Zip(scores).GroupBy(static s => s.First).OrderBy(static g => g.Key))
        {
            var count = tied.Count();
            estimate += weights.Skip(place).Take(count).Sum() * tied.Average(static s => s.Second);
            place += count;
        }
        return estimate;
    }

    /// <summary>Chance of each place of a pool, worst first, to be the best of <paramref name="n"/> drawn: C(i-1, n-1) / C(N, n).</summary>
    /// <param name="pool">Samples in the pool, N.</param>
    /// <param name="n">Samples drawn, from 1 to N.</param>
    public static IReadOnlyList<double> Weights(int pool, int n)
    {
        if (n < 1 || n > pool)
        {
            throw new ArgumentException($"Best-of-n can be estimated for n from 1 to the number of samples, {pool}; got {n}.", nameof(n));
        }
        var weights = new double[pool];
        weights[^1] = (double)n / pool;
        for (var i = pool; i > n; i--)
        {
            weights[i - 2] = weights[i - 1] * (i - n) / (i - 1);
        }
        return weights;
    }

    /// <summary>How far best-of-n is from one sample, in nats: ln n - (n - 1) / n. An upper bound where samples can be equal (Beirami et al. 2024).</summary>
    public static double KullbackLeibler(int n) => Math.Log(n) - ((n - 1.0) / n);

    /// <summary>The most a perfect chooser among n can win against one sample: n / (n + 1).</summary>
    public static double WinRateCeiling(int n) => n / (n + 1.0);
}
