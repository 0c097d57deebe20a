using WebQA.Core.Feedback;
using WebQA.Statistics;

namespace WebQA.Feedback.Measures;

/// <summary>Time and pace of work.</summary>
/// <param name="Comparisons">Comparisons handed in here.</param>
/// <param name="Timed">Those whose time is known.</param>
/// <param name="Active">Time at work, of those.</param>
/// <param name="Idle">Time away from it.</param>
/// <param name="PerActiveHour">Comparisons an hour at work, with its 95 % interval by resampling comparisons.</param>
/// <param name="MedianActive">Median time at work on a comparison; null where none is timed.</param>
/// <param name="Skips">Skips that stand.</param>
/// <param name="SkipShare">Their share of skips and comparisons, with its Wilson interval.</param>
public sealed record WorkMeasures(int Comparisons, int Timed, TimeSpan Active, TimeSpan Idle, Interval PerActiveHour, TimeSpan? MedianActive, int Skips, Interval SkipShare)
{
    private const int Draws = 500;
    private const double MillisecondsAnHour = 3_600_000;

    /// <summary>Measures work; imported comparisons were made elsewhere and are left out, also where their file knows a time.</summary>
    public static WorkMeasures Of(IEnumerable<StoredComparison> comparisons, int skips)
    {
        List<StoredComparison> made = [.. comparisons.Where(static c => !c.IsImported)];
        double[] times = [.. made.Select(static c => (double)c.Annotation.Work.ActiveMilliseconds).Where(static ms => ms > 0).Order()];
        return new WorkMeasures(
            made.Count,
            times.Length,
            TimeSpan.FromMilliseconds(times.Sum()),
            TimeSpan.FromMilliseconds(made.Sum(static c => (double)c.Annotation.Work.IdleMilliseconds)),
            Bootstrap.Of(times, static resample => MillisecondsAnHour / resample.Average(), draws: Draws),
            times.Length == 0 ? null : TimeSpan.FromMilliseconds(Median(times)),
            skips,
            Wilson.Of(skips, skips + made.Count));
    }

    /// <summary>The middle of ascending values.</summary>
    internal static double Median(double[] sorted) => (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
}
