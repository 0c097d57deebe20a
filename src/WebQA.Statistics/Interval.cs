namespace WebQA.Statistics;

/// <summary>An estimate with its uncertainty.</summary>
/// <param name="Estimate">The point estimate.</param>
/// <param name="Low">Lower end of the interval.</param>
/// <param name="High">Upper end of the interval.</param>
public readonly record struct Interval(double Estimate, double Low, double High);
