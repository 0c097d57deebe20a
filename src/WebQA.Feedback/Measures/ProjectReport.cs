using WebQA.Core.Feedback;
using WebQA.Statistics;

namespace WebQA.Feedback.Measures;

/// <summary>All that is measured of a project.</summary>
/// <param name="Sets">The whole project, then each data set in it where there are several.</param>
/// <param name="Difficult">Share of comparisons marked difficult to choose, with its Wilson interval.</param>
/// <param name="Work">Time and pace.</param>
/// <param name="Labelers">Each labeler.</param>
/// <param name="Pairs">Each two labelers, at most <see cref="PairMeasures.Most"/>.</param>
/// <param name="Guidelines">Each version of the guidelines.</param>
public sealed record ProjectReport(
    IReadOnlyList<ProjectMeasures> Sets, Interval Difficult, WorkMeasures Work, IReadOnlyList<LabelerMeasures> Labelers, IReadOnlyList<PairMeasures> Pairs, IReadOnlyList<GuidelineMeasures> Guidelines)
{
    /// <summary>Measures a project; comparisons whose question makes no sense to their labeler count as work and nowhere else.</summary>
    public static ProjectReport Of(string project, IReadOnlyCollection<StoredComparison> comparisons, IReadOnlyCollection<SkippedTask> skips)
    {
        List<StoredComparison> rated = [.. comparisons.Where(static c => !c.Annotation.QuestionIsBad)];
        return new ProjectReport(
            ProjectMeasures.BySet(project, rated),
            Wilson.Of(rated.Count(static c => c.Annotation.IsDifficult), rated.Count),
            WorkMeasures.Of(comparisons, skips.Count),
            LabelerMeasures.Of(rated, skips),
            PairMeasures.Of(rated),
            GuidelineMeasures.Of(rated));
    }
}
