namespace WebQA.Statistics;

/// <summary>An estimate with its uncertainty.</summary>
/// <param name="Estimate">The point estimate.</param>
/// <param name="Low">Lower end of the interval.</param>
/// <param name="High">Upper end of the interval.</param>
public readonly record struct Interval(double Estimate, double Low, double High)
{
    /// <summary>97.5 % quantile of the standard normal distribution: a 95 % interval reaches so many standard errors to each side.</summary>
    internal const double StandardErrors = 1.959963984540054;

    /// <summary>The 95 % interval of an estimate whose error is normal.</summary>
    /// <param name="estimate">The point estimate.</param>
    /// <param name="standardError">Its standard error; NaN gives an interval of NaN.</param>
    public static Interval Normal(double estimate, double standardError) =>
        new(estimate, estimate - (StandardErrors * standardError), estimate + (StandardErrors * standardError));
}
