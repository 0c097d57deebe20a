namespace WebQA.Statistics.Preferences;

/// <summary>How many comparisons it takes to tell a win rate from a coin.</summary>
public static class Power
{
    /// <summary>Decided comparisons needed so that a true win rate is found to differ from 50 %, by a two-sided test.</summary>
    /// <param name="winRate">The true rate, from 0 to 1 and not ½.</param>
    /// <param name="significance">Chance of calling a coin a winner.</param>
    /// <param name="power">Chance of finding the difference.</param>
    /// <exception cref="ArgumentOutOfRangeException">A rate of ½ can never be told from ½, or a chance is not within 0 and 1.</exception>
    public static int ComparisonsNeeded(double winRate, double significance = 0.05, double power = 0.8)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(winRate);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(winRate, 1);
        ArgumentOutOfRangeException.ThrowIfEqual(winRate, 0.5);
        var needed = (Normal.Quantile(1 - (significance / 2)) * 0.5) + (Normal.Quantile(power) * Math.Sqrt(winRate * (1 - winRate)));
        return (int)Math.Ceiling(Math.Pow(needed / (winRate - 0.5), 2));
    }
}
