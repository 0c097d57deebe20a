using WebQA.Core.Feedback;

namespace WebQA.Feedback.Measures;

/// <summary>Who is much faster than the rest.</summary>
/// <param name="RatioToOthers">The person's median time at work over that of all others' comparisons; NaN where either is unknown.</param>
/// <param name="Evidence">How much the times speak against the person's being as fast as the others: a betting score, from 0; above 20 a coin would rarely reach.</param>
/// <param name="IsFastOutlier">Whether the person is much faster: by <see cref="FewestTimed"/> comparisons or more, half the others' median or less, and evidence above <see cref="Threshold"/>.</param>
/// <remarks>
/// The shape is that of the anomaly detection of Chatbot Arena (FastChat, <c>outlier_detect</c>: voters with five votes or more, a product over their votes, flagged above 1/α, α = 1/20).
/// Each p value is the share of the others' comparisons that took no longer; 1/(2√p) has the mean 1 for a p value of somebody like the others (Vovk and Wang 2021), which 1/(2p) has not.
/// Evidence alone would flag whoever is a little faster through hundreds of comparisons, so the ratio is asked for too. It is a reason to look, not a verdict.
/// </remarks>
public sealed record Pace(double RatioToOthers, double Evidence, bool IsFastOutlier)
{
    /// <summary>Fewest timed comparisons of a person that are judged.</summary>
    public const int FewestTimed = 5;

    /// <summary>1/α.</summary>
    public const double Threshold = 20;

    /// <summary>Half as long, at the median.</summary>
    public const double MuchFaster = 0.5;

    /// <summary>Each named person's pace; imported comparisons are left out.</summary>
    public static IReadOnlyDictionary<string, Pace> Of(IEnumerable<StoredComparison> comparisons)
    {
        List<(string Person, double Time)> timed =
        [
            .. comparisons.Where(static c => c is { IsImported: false, PersonId: not null, Annotation.Work.ActiveMilliseconds: > 0 })
                .Select(static c => (c.PersonId!, (double)c.Annotation.Work.ActiveMilliseconds)),
        ];
        return timed.Select(static t => t.Person).Distinct(StringComparer.Ordinal).ToDictionary(static person => person, person => Of(
            [.. timed.Where(t => t.Person == person).Select(static t => t.Time).Order()], [.. timed.Where(t => t.Person != person).Select(static t => t.Time).Order()]), StringComparer.Ordinal);
    }

    private static Pace Of(double[] own, double[] others)
    {
        if (others.Length == 0)
        {
            return new Pace(double.NaN, double.NaN, IsFastOutlier: false);
        }
        var ratio = WorkMeasures.Median(own) / WorkMeasures.Median(others);
        var evidence = Math.Exp(own.Sum(time => -Math.Log(2 * Math.Sqrt((1.0 + CountUpTo(others, time)) / (1.0 + others.Length)))));
        return new Pace(ratio, evidence, own.Length >= FewestTimed && ratio <= MuchFaster && evidence > Threshold);
    }

    private static int CountUpTo(double[] sorted, double time)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = sorted[middle] <= time ? (middle + 1, high) : (low, middle);
        }
        return low;
    }
}
