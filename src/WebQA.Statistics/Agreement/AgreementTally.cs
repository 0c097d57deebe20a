namespace WebQA.Statistics.Agreement;

/// <summary>
/// Sums over items from which all coefficients of this folder follow, for ratings on a short scale with a neutral middle: resampling thousands of items
/// then costs additions alone.
/// </summary>
/// <remarks>The coefficients are those of <see cref="PreferenceAgreement"/>, <see cref="Kappa"/> and <see cref="KrippendorffAlpha"/>, to the last digits.</remarks>
public sealed class AgreementTally
{
    /// <summary>Sides: below the middle, the middle, above it.</summary>
    private const int Sides = 3;

    private readonly int _reach;
    private readonly double[] _values;
    private readonly double[,] _coincidences, _ordered;
    private readonly double[] _sides = new double[Sides];
    private double _same, _half, _decided, _decidedSame, _fleissItems, _fleissAgreement;

    /// <summary>An empty tally.</summary>
    /// <param name="reach">The scale goes from -<paramref name="reach"/> to <paramref name="reach"/>, with 0 neutral; 1 or more.</param>
    public AgreementTally(int reach)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(reach, 1);
        _reach = reach;
        _values = [.. Enumerable.Range(-reach, (2 * reach) + 1).Select(static v => (double)v)];
        _coincidences = new double[_values.Length, _values.Length];
        _ordered = new double[_values.Length, _values.Length];
    }

    /// <summary>Items with two ratings or more.</summary>
    public int Items { get; private set; }

    /// <summary>Pairs of ratings of the same item.</summary>
    public int Pairs { get; private set; }

    /// <summary>Pairs in which neither is neutral.</summary>
    public int DecidedPairs => (int)_decided;

    /// <summary>Share of pairs on the same side, neutral being one of its own; NaN without pairs.</summary>
    public double Raw => _same / Pairs;

    /// <summary><see cref="PreferenceAgreement.NeutralHalf"/>.</summary>
    public double NeutralHalf => _half / Pairs;

    /// <summary><see cref="PreferenceAgreement.Decided"/>.</summary>
    public double Decided => _decidedSame / _decided;

    /// <summary><see cref="Kappa.Cohen(double[,], KappaWeight)"/> with squared weights, the earlier rating of each pair against the later: of two raters in a fixed order it is theirs.</summary>
    public double Cohen => Kappa.Cohen(_ordered, KappaWeight.Quadratic);

    /// <summary>Fleiss' κ over the three sides.</summary>
    public double Fleiss
    {
        get
        {
            var ratings = _sides.Sum();
            var (observed, byChance) = (_fleissAgreement / _fleissItems, _sides.Sum(n => Math.Pow(n / ratings, 2)));
            return byChance == 1 ? double.NaN : (observed - byChance) / (1 - byChance);
        }
    }

    /// <summary><see cref="KrippendorffAlpha"/>, ordinal.</summary>
    public double Alpha => KrippendorffAlpha.Of(_coincidences, _values, MeasurementScale.Ordinal);

    /// <summary>Counts an item; one with fewer than two ratings is left out.</summary>
    /// <param name="ratings">In the order of the raters.</param>
    /// <param name="countsForFleiss">Whether Fleiss' κ counts it too: all that do have the same number of ratings.</param>
    public void Add(ReadOnlySpan<int> ratings, bool countsForFleiss)
    {
        if (ratings.Length < 2)
        {
            return;
        }
        Items++;
        var (same, weight) = (_same, 1.0 / (ratings.Length - 1));
        for (var i = 0; i < ratings.Length; i++)
        {
            for (var j = i + 1; j < ratings.Length; j++)
            {
                AddPair(ratings[i], ratings[j], weight);
            }
        }
        if (countsForFleiss)
        {
            _fleissItems++;
            _fleissAgreement += (_same - same) / (ratings.Length * (ratings.Length - 1) / 2);
            foreach (var rating in ratings)
            {
                _sides[Math.Sign(rating) + 1]++;
            }
        }
    }

    private void AddPair(int first, int second, double weight)
    {
        Pairs++;
        _ordered[first + _reach, second + _reach]++;
        _coincidences[first + _reach, second + _reach] += weight;
        _coincidences[second + _reach, first + _reach] += weight;
        var isSame = Math.Sign(first) == Math.Sign(second);
        var isDecided = first != 0 && second != 0;
        _same += isSame ? 1 : 0;
        _half += isSame ? 1 : isDecided ? 0 : 0.5;
        _decided += isDecided ? 1 : 0;
        _decidedSame += isSame && isDecided ? 1 : 0;
    }
}
