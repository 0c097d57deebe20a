namespace WebQA.Statistics.Agreement;

/// <summary>How often two raters of the same pair of answers prefer the same one: negative, zero (equally good) or positive ratings.</summary>
public static class PreferenceAgreement
{
    /// <summary>Share of pairs of ratings that fall on the same side, a neutral beside a decided one counting a half; NaN without pairs.</summary>
    /// <remarks>WebGPT, appendix C: "agreement", counted so that two coin flips and two neutrals both have a sense.</remarks>
    public static double NeutralHalf(Ratings ratings) => Mean(ratings.Pairs().Select(static pair => (Math.Sign(pair.First), Math.Sign(pair.Second)) switch
    {
        var (a, b) when a == b => 1.0,
        (0, _) or (_, 0) => 0.5,
        _ => 0.0,
    }));

    /// <summary>Share of pairs with the same value, to the grade; NaN without pairs.</summary>
    public static double Raw(Ratings ratings) => Mean(ratings.Pairs().Select(static pair => pair.First.Equals(pair.Second) ? 1.0 : 0.0));

    /// <summary>Share of the pairs in which both decided that decided alike; NaN where none did.</summary>
    public static double Decided(Ratings ratings) => Mean(DecidedPairs(ratings).Select(static pair => Math.Sign(pair.First) == Math.Sign(pair.Second) ? 1.0 : 0.0));

    /// <summary>Pairs of ratings in which neither is neutral.</summary>
    public static IEnumerable<(double First, double Second)> DecidedPairs(Ratings ratings) => ratings.Pairs().Where(static pair => pair.First != 0 && pair.Second != 0);

    private static double Mean(IEnumerable<double> values) => values.DefaultIfEmpty(double.NaN).Average();
}
