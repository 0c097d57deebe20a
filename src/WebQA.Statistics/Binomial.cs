namespace WebQA.Statistics;

/// <summary>Counts of fair coins, exactly.</summary>
internal static class Binomial
{
    /// <summary>Chance of <paramref name="heads"/> heads of <paramref name="coins"/> fair coins.</summary>
    public static double Chance(int heads, int coins)
    {
        var log = -coins * Math.Log(2);
        for (var i = 1; i <= heads; i++)
        {
            log += Math.Log(coins - heads + i) - Math.Log(i);
        }
        return Math.Exp(log);
    }

    /// <summary>Chance of a split at least as uneven as this one; 1 without coins.</summary>
    /// <param name="fewer">The smaller side, at most half of the coins.</param>
    /// <param name="coins">All.</param>
    public static double TwoSidedP(int fewer, int coins)
    {
        double sum = 0, term = Chance(fewer, coins);
        for (var k = fewer; k >= 0; k--)
        {
            sum += term;
            term *= k / (double)(coins - k + 1);
        }
        return Math.Min(1, 2 * sum);
    }
}
