namespace WebQA.Statistics;

/// <summary>The paired sign-flip permutation test (Fisher 1935): under the null hypothesis each difference is as likely to have the other sign.</summary>
public static class SignFlip
{
    /// <summary>Up to so many pairs all 2ⁿ sign patterns are counted; beyond, patterns are drawn.</summary>
    public const int ExactUpTo = 18;

    /// <summary>Two-sided p value of the mean difference; 1 where there are no pairs.</summary>
    /// <param name="a">One system's values, one a question.</param>
    /// <param name="b">The other's, in the same order.</param>
    /// <param name="seed">Seed of the drawn patterns.</param>
    /// <param name="draws">Patterns drawn where there are too many to count.</param>
    /// <exception cref="ArgumentException">The lists differ in length.</exception>
    public static double PValue(IReadOnlyList<double> a, IReadOnlyList<double> b, int seed = 0, int draws = 20_000)
    {
        var differences = Pairs.Differences(a, b);
        return differences.Length <= ExactUpTo ? Exact(differences) : Drawn(differences, seed, draws);
    }

    private static double Exact(double[] differences)
    {
        var patterns = 1 << differences.Length;
        var threshold = Threshold(differences);
        var extreme = 0;
        for (var pattern = 0; pattern < patterns; pattern++)
        {
            var sum = 0.0;
            for (var i = 0; i < differences.Length; i++)
            {
                sum += (pattern >> i & 1) == 0 ? differences[i] : -differences[i];
            }
            extreme += Math.Abs(sum) >= threshold ? 1 : 0;
        }
        return (double)extreme / patterns;
    }

    /// <summary>The observed pattern counts as one of those drawn, so that p is never 0.</summary>
    private static double Drawn(double[] differences, int seed, int draws)
    {
        var random = new Random(seed);
        var threshold = Threshold(differences);
        var extreme = 1;
        for (var draw = 0; draw < draws; draw++)
        {
            var sum = 0.0;
            foreach (var difference in differences)
            {
                sum += random.Next(2) == 0 ? difference : -difference;
            }
            extreme += Math.Abs(sum) >= threshold ? 1 : 0;
        }
        return (double)extreme / (draws + 1);
    }

    /// <summary>A little below the observed sum, so that sums equal but for rounding count as equal.</summary>
    private static double Threshold(double[] differences) => Math.Abs(differences.Sum()) - 1e-9;
}
