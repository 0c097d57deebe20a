using Microsoft.AspNetCore.WebUtilities;
using WebQA.Core.Feedback;

namespace WebQA.LabelingUi.Review;

/// <summary>A list of tasks and the one that is open: what comes before and after it.</summary>
internal sealed class ReviewQueue
{
    private readonly int _at;

    /// <summary>A queue.</summary>
    /// <param name="tasks">The tasks, in order.</param>
    /// <param name="current">The one asked for; the first where it is null or not there.</param>
    /// <param name="project">The project that is shown alone; null for all.</param>
    /// <param name="isDecided">Whether they are decided already.</param>
    public ReviewQueue(IReadOnlyList<DisputedTask> tasks, string? current, string? project, bool isDecided)
    {
        (Tasks, Project, IsDecided) = (tasks, project, isDecided);
        _at = Math.Max(0, tasks.Index().FirstOrDefault(task => task.Item.TaskId == current).Index);
    }

    public IReadOnlyList<DisputedTask> Tasks { get; }

    public string? Project { get; }

    public bool IsDecided { get; }

    public DisputedTask? Current => _at < Tasks.Count ? Tasks[_at] : null;

    public string? Previous => _at > 0 && Tasks.Count > 0 ? AddressOf(Tasks[_at - 1].TaskId) : null;

    public string? Next => _at + 1 < Tasks.Count ? AddressOf(Tasks[_at + 1].TaskId) : null;

    /// <summary>Where a reviewer goes after deciding: the next task, else the one before, else the queue.</summary>
    public string AfterDecision => Next ?? Previous ?? AddressOf(null);

    public string AddressOf(string? task) => Address(task, Project, IsDecided);

    public static string Address(string? task, string? project, bool isDecided) => QueryHelpers.AddQueryString("/review", new Dictionary<string, string?>
    {
        ["task"] = task, ["project"] = project, ["decided"] = isDecided ? "true" : null,
    }.Where(static part => part.Value is not null));
}
