using System.Collections.Concurrent;
using WebQA.Core.Feedback;
using WebQA.Feedback.Measures;

namespace WebQA.LabelingUi.Projects;

/// <summary>The measures of projects, each computed once for what there is. Thread-safe.</summary>
internal sealed class ProjectReports(IFeedbackStore store, ISkipLog skips)
{
    private readonly ConcurrentDictionary<(string Project, MadeBy By), (string Stamp, Lazy<Task<ProjectFigures>> Figures)> _known = new();

    /// <summary>The figures of a project as it is now.</summary>
    /// <exception cref="FeedbackRefusedException">There is no such project.</exception>
    public async Task<ProjectFigures> OfAsync(ProjectProgress progress, MadeBy by, CancellationToken cancellationToken = default)
    {
        var name = progress.Project.Name;
        var skipped = await skips.ListAsync(name, by, cancellationToken);
        var stamp = $"{progress.Comparisons}/{progress.Simulated}/{skipped.Count}";
        // Not stopped with the first who asks: others may wait for the same.
        var entry = _known.AddOrUpdate((name, by), _ => (stamp, new(() => MeasureAsync(name, by, skipped))), (_, old) => old.Stamp == stamp ? old : (stamp, new(() => MeasureAsync(name, by, skipped))));
        try
        {
            return await entry.Figures.Value.WaitAsync(cancellationToken);
        }
        catch when (entry.Figures.Value.IsFaulted)
        {
            _known.TryRemove((name, by), out _);
            throw;
        }
    }

    private Task<ProjectFigures> MeasureAsync(string project, MadeBy by, IReadOnlyList<SkippedTask> skipped) => Task.Run(async () =>
    {
        var comparisons = await store.ReadAsync(project, by).ToListAsync();
        var rated = comparisons.Where(static c => !c.Annotation.QuestionIsBad).ToList();
        return new ProjectFigures(
            ProjectReport.Of(project, comparisons, skipped),
            [.. Enum.GetValues<Preference>().OrderDescending().Select(rating => rated.Count(c => c.Annotation.Rating == rating))],
            [.. rated.Where(static c => c is { IsImported: false, Annotation.Work.ActiveMilliseconds: > 0 }).Select(static c => c.Annotation.Work.ActiveMilliseconds / 60_000.0)]);
    });
}

/// <summary>What a dashboard shows.</summary>
/// <param name="Report">The measures.</param>
/// <param name="Ratings">Comparisons of each rating, from "A much better" to "B much better".</param>
/// <param name="ActiveMinutes">Minutes at work of each timed comparison.</param>
public sealed record ProjectFigures(ProjectReport Report, IReadOnlyList<int> Ratings, IReadOnlyList<double> ActiveMinutes);
