using WebQA.Core.Feedback;
using WebQA.Statistics;
using WebQA.Statistics.Agreement;

namespace WebQA.Feedback.Measures;

/// <summary>How far people who judged the same answers say the same. All measures together, since any one of them alone misleads.</summary>
/// <param name="Tasks">Tasks that two or more named people judged.</param>
/// <param name="Pairs">Pairs of their ratings.</param>
/// <param name="DecidedPairs">Those in which both decided.</param>
/// <param name="Raw">Share of pairs on the same side, ties being a side of their own.</param>
/// <param name="NeutralHalf">The same with a tie beside a decided rating counted a half: the paper's 73 %.</param>
/// <param name="Decided">Share of the pairs in which both decided that decided alike.</param>
/// <param name="CohenKappa">Cohen's, with squared weights over the five points. Of more than two people it is that of all their pairs stacked, each in the order of their ids.</param>
/// <param name="FleissKappa">Over the tasks that have the most common number of ratings.</param>
/// <param name="Alpha">Krippendorff's, ordinal, over the five points.</param>
/// <remarks>Intervals are 95 %, by resampling tasks.</remarks>
public sealed record AgreementMeasures(
    int Tasks, int Pairs, int DecidedPairs, Interval Raw, Interval NeutralHalf, Interval Decided, Interval CohenKappa, Interval FleissKappa, Interval Alpha)
{
    private const int Draws = 500, Reach = (int)Preference.AMuchBetter;

    private static readonly Interval Unknown = new(double.NaN, double.NaN, double.NaN);

    /// <summary>Measures the agreement; NaN where there is nothing to compare.</summary>
    public static AgreementMeasures Of(IEnumerable<StoredComparison> comparisons)
    {
        int[][] tasks =
        [
            .. comparisons.Where(static c => c.PersonId is not null).GroupBy(static c => c.TaskId, StringComparer.Ordinal)
                .Select(static task => task.OrderBy(static c => c.PersonId, StringComparer.Ordinal).Select(static c => (int)c.Annotation.Rating).ToArray())
                .Where(static ratings => ratings.Length > 1),
        ];
        var usual = tasks.CountBy(static ratings => ratings.Length).OrderByDescending(static n => n.Value).ThenBy(static n => n.Key).Select(static n => n.Key).FirstOrDefault();
        var all = Tally(tasks, usual);
        var intervals = Bootstrap.Many(tasks, resample => Coefficients(Tally(resample, usual)), draws: Draws);
        Interval At(int i) => i < intervals.Count ? intervals[i] : Unknown;
        return new AgreementMeasures(all.Items, all.Pairs, all.DecidedPairs, At(0), At(1), At(2), At(3), At(4), At(5));
    }

    private static double[] Coefficients(AgreementTally tally) => [tally.Raw, tally.NeutralHalf, tally.Decided, tally.Cohen, tally.Fleiss, tally.Alpha];

    private static AgreementTally Tally(IReadOnlyList<int[]> tasks, int usual)
    {
        var tally = new AgreementTally(Reach);
        foreach (var ratings in tasks)
        {
            tally.Add(ratings, ratings.Length == usual);
        }
        return tally;
    }
}
