namespace WebQA.Statistics.Agreement;

/// <summary>What several raters said of several items; a rater need not have rated every item.</summary>
/// <remarks>All coefficients of this folder read the same table, since any one of them alone misleads.</remarks>
public sealed class Ratings
{
    private readonly double?[][] _byRater;

    /// <summary>Takes a table of raters by items.</summary>
    /// <param name="byRater">A row a rater, a column an item; null where a rater did not rate it.</param>
    /// <exception cref="ArgumentException">The rows differ in length.</exception>
    public Ratings(IReadOnlyList<IReadOnlyList<double?>> byRater)
    {
        if (byRater.FirstOrDefault(row => row.Count != byRater[0].Count) is { } odd)
        {
            throw new ArgumentException($"Each rater needs a value or a gap for each item: one has {odd.Count}, the first {byRater[0].Count}.", nameof(byRater));
        }
        _byRater = [.. byRater.Select(row => row.ToArray())];
    }

    /// <summary>Raters.</summary>
    public int Raters => _byRater.Length;

    /// <summary>Items, rated or not.</summary>
    public int Items => Raters == 0 ? 0 : _byRater[0].Length;

    /// <summary>The values given to an item, gaps left out.</summary>
    public IReadOnlyList<double> Of(int item) => [.. _byRater.Select(row => row[item]).OfType<double>()];

    /// <summary>Every pair of values two raters gave to the same item.</summary>
    public IEnumerable<(double First, double Second)> Pairs() =>
        from item in Enumerable.Range(0, Items)
        let values = Of(item)
        from first in Enumerable.Range(0, values.Count)
        from second in Enumerable.Range(first + 1, values.Count - first - 1)
        select (values[first], values[second]);

    /// <summary>The same table with each value replaced, as by its sign.</summary>
    public Ratings Select(Func<double, double> replace) => new([.. _byRater.Select(row => row.Select(v => v is { } value ? replace(value) : (double?)null).ToArray())]);
}
