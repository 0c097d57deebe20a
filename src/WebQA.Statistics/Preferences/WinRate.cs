namespace WebQA.Statistics.Preferences;

/// <summary>How often one side is preferred, ties counting a half.</summary>
/// <param name="Wins">Comparisons it won.</param>
/// <param name="Ties">Comparisons without a winner.</param>
/// <param name="Losses">Comparisons it lost.</param>
public readonly record struct WinRate(int Wins, int Ties, int Losses)
{
    /// <summary>Comparisons.</summary>
    public int Count => Wins + Ties + Losses;

    /// <summary>From 0 to 1; NaN without comparisons.</summary>
    public double Rate => (Wins + (0.5 * Ties)) / Count;

    /// <summary>Wins less losses, as a share of all: from -1 to 1.</summary>
    public double NetWin => (double)(Wins - Losses) / Count;

    /// <summary>Standard error of the rate by the trinomial variance: ties make it smaller, which an interval of a share does not know. NaN below two comparisons.</summary>
    public double StandardError
    {
        get
        {
            var rate = Rate;
            var squares = (Wins * Math.Pow(1 - rate, 2)) + (Ties * Math.Pow(0.5 - rate, 2)) + (Losses * Math.Pow(rate, 2));
            return Count < 2 ? double.NaN : Math.Sqrt(squares / (Count - 1) / Count);
        }
    }

    /// <summary>The rate with its 95 % interval by the trinomial error.</summary>
    public Interval Interval => Statistics.Interval.Normal(Rate, StandardError);

    /// <summary>The rate with the 95 % interval of a share, ties counting a half (<see cref="Wilson"/>).</summary>
    public Interval WilsonInterval => Wilson.Of(Wins + (0.5 * Ties), Count);

    /// <summary>Two-sided p value of the sign test: ties left out, each side as likely to win.</summary>
    public double SignTest => Binomial.TwoSidedP(Math.Min(Wins, Losses), Wins + Losses);

    /// <summary>Counts ratings: above 0 a win, 0 a tie, below 0 a loss.</summary>
    public static WinRate Of(IEnumerable<double> ratings)
    {
        var bySign = ratings.CountBy(Math.Sign).ToDictionary();
        return new WinRate(bySign.GetValueOrDefault(1), bySign.GetValueOrDefault(0), bySign.GetValueOrDefault(-1));
    }
}
