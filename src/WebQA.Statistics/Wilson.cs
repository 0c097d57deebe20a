namespace WebQA.Statistics;

/// <summary>The score interval of a share (Wilson 1927): right for small counts and shares near 0 or 1.</summary>
public static class Wilson
{
    private const double Z = Interval.StandardErrors;

    /// <summary>The share with its 95 % interval; NaN throughout where there are no trials.</summary>
    /// <param name="successes">From 0 to <paramref name="trials"/>; ties count a half.</param>
    /// <param name="trials">0 or more.</param>
    public static Interval Of(double successes, double trials)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(successes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(successes, trials);
        if (trials == 0)
        {
            return new Interval(double.NaN, double.NaN, double.NaN);
        }
        var share = successes / trials;
        var scale = 1 + (Z * Z / trials);
        var centre = (share + (Z * Z / (2 * trials))) / scale;
        var half = Z / scale * Math.Sqrt((share * (1 - share) / trials) + (Z * Z / (4 * trials * trials)));
        return new Interval(share, Math.Max(0, centre - half), Math.Min(1, centre + half));
    }
}
