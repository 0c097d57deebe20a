using WebQA.Core.Feedback;
using WebQA.Statistics;
using WebQA.Statistics.Agreement;

namespace WebQA.Feedback.Measures;

/// <summary>How far people who judged the same answers say the same. All measures together, since any one of them alone misleads.</summary>
/// <param name="Tasks">Tasks that two or more named people judged.</param>
/// <param name="Pairs">Pairs of their ratings.</param>
/// <param name="Raw">Share of pairs on the same side, ties being a side of their own.</param>
/// <param name="NeutralHalf">The same with a tie beside a decided rating counted a half: the paper's 73 %.</param>
/// <param name="Decided">Share of the pairs in which both decided that decided alike.</param>
/// <param name="FleissKappa">Over the tasks that have the most common number of ratings.</param>
/// <param name="Alpha">Krippendorff's, ordinal, over the five points.</param>
/// <remarks>Intervals are 95 %, by resampling tasks.</remarks>
public sealed record AgreementMeasures(int Tasks, int Pairs, Interval Raw, Interval NeutralHalf, Interval Decided, Interval FleissKappa, Interval Alpha)
{
    /// <summary>Resamples; an interval of five measures over thousands of tasks takes seconds with more.</summary>
    private const int Draws = 500;

    /// <summary>Measures the agreement; NaN where there is nothing to compare.</summary>
    public static AgreementMeasures Of(IEnumerable<StoredComparison> comparisons)
    {
        double[][] tasks =
        [
            .. comparisons.Where(static c => c.PersonId is not null).GroupBy(static c => c.TaskId, StringComparer.Ordinal)
                .Select(static task => task.Select(static c => (double)(int)c.Annotation.Rating).ToArray()).Where(static ratings => ratings.Length > 1),
        ];
        return new AgreementMeasures(
            tasks.Length,
            tasks.Sum(static ratings => ratings.Length * (ratings.Length - 1) / 2),
            Measure(tasks, static ratings => PreferenceAgreement.Raw(ratings.Select(static v => Math.Sign(v)))),
            Measure(tasks, PreferenceAgreement.NeutralHalf),
            Measure(tasks, PreferenceAgreement.Decided),
            Bootstrap.Of(MostCommon(tasks), Fleiss, draws: Draws),
            Measure(tasks, static ratings => KrippendorffAlpha.Of(ratings, MeasurementScale.Ordinal)));
    }

    private static Interval Measure(double[][] tasks, Func<Ratings, double> measure) => Bootstrap.Of(tasks, resample => measure(Table(resample)), draws: Draws);

    /// <summary>A column a task; who said what plays no part in these measures, so a row is only a place in the task.</summary>
    private static Ratings Table(IReadOnlyList<double[]> tasks)
    {
        var rows = tasks.Max(static ratings => ratings.Length);
        return new Ratings([.. Enumerable.Range(0, rows).Select(row => tasks.Select(ratings => row < ratings.Length ? ratings[row] : (double?)null).ToArray())]);
    }

    private static double[][] MostCommon(double[][] tasks)
    {
        var length = tasks.CountBy(static ratings => ratings.Length).OrderByDescending(static n => n.Value).ThenBy(static n => n.Key).Select(static n => n.Key).FirstOrDefault();
        return [.. tasks.Where(ratings => ratings.Length == length)];
    }

    /// <summary>Over three categories: A, neither, B.</summary>
    private static double Fleiss(IReadOnlyList<double[]> tasks) =>
        Kappa.Fleiss([.. tasks.Select(static ratings => (int[])[ratings.Count(static v => v < 0), ratings.Count(static v => v == 0), ratings.Count(static v => v > 0)])]);
}
