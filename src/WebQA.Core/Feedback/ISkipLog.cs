namespace WebQA.Core.Feedback;

/// <summary>What people skipped. Thread-safe.</summary>
public interface ISkipLog
{
    /// <summary>Skips of a project that stand, in the order of their tasks: a task put off and taken again later is none.</summary>
    /// <exception cref="FeedbackRefusedException">There is no such project.</exception>
    Task<IReadOnlyList<SkippedTask>> ListAsync(string project, MadeBy madeBy = MadeBy.People, CancellationToken cancellationToken = default);
}

/// <summary>A task that a person skipped.</summary>
/// <param name="TaskId">The task.</param>
/// <param name="PersonId">Who.</param>
/// <param name="Route">Where it went.</param>
/// <param name="Reason">Why, in the person's words.</param>
public sealed record SkippedTask(string TaskId, string PersonId, SkipRoute Route, string Reason);
