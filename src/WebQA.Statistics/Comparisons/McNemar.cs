namespace WebQA.Statistics.Comparisons;

/// <summary>McNemar's test (1947) of two systems that are right or wrong on the same items.</summary>
public static class McNemar
{
    /// <summary>Exact two-sided p value; 1 where they never differ.</summary>
    /// <param name="onlyFirst">Items that only the first got right.</param>
    /// <param name="onlySecond">Items that only the second got right.</param>
    public static double Exact(int onlyFirst, int onlySecond) => Binomial.TwoSidedP(Math.Min(onlyFirst, onlySecond), onlyFirst + onlySecond);

    /// <summary>Mid-p value: less timid than the exact one, and as honest in practice (Fagerland 2013).</summary>
    /// <inheritdoc cref="Exact" path="/param"/>
    public static double MidP(int onlyFirst, int onlySecond)
    {
        var fewer = Math.Min(onlyFirst, onlySecond);
        var coins = onlyFirst + onlySecond;
        // At an even split both tails hold the middle term, so the doubled tail is over 1 before it is taken off.
        return onlyFirst == onlySecond ? 1 : (2 * Tail(fewer, coins)) - Binomial.Chance(fewer, coins);
    }

    private static double Tail(int fewer, int coins) => Binomial.TwoSidedP(fewer, coins) / 2;
}
