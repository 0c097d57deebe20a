namespace WebQA.Core.Feedback;

/// <summary>
/// Gives tasks to people and takes their comparisons. A task never has more people than its project wants, living leases counted; nobody has the same
/// task twice or judges an answer of their own. What a call has changed is on the disk when its task ends. Thread-safe, also between processes.
/// </summary>
/// <remarks>Each method throws <see cref="FeedbackRefusedException"/> where it cannot do what is asked; nothing is changed then.</remarks>
public interface ITaskQueue
{
    /// <summary>The next task for a person: the one they still hold, or else a new one. Null where none is left for them now.</summary>
    Task<ClaimedComparison?> ClaimAsync(string project, Labeler labeler, CancellationToken cancellationToken = default);

    /// <summary>Holds a task for longer, as each heartbeat of a page that shows it does.</summary>
    Task<TaskLease> RenewAsync(TaskLease lease, CancellationToken cancellationToken = default);

    /// <summary>Gives a task back untouched.</summary>
    Task ReleaseAsync(TaskLease lease, CancellationToken cancellationToken = default);

    /// <summary>Skips a task.</summary>
    /// <param name="lease">The right to it.</param>
    /// <param name="route">Where it goes.</param>
    /// <param name="reason">Why, in the person's words; required.</param>
    /// <param name="cancellationToken">Stops the waiting.</param>
    Task SkipAsync(TaskLease lease, SkipRoute route, string reason, CancellationToken cancellationToken = default);

    /// <summary>Hands in a comparison, with its sides as they were shown. A lease that ran out still serves while the task has room.</summary>
    /// <returns>The id of the stored comparison.</returns>
    Task<string> SubmitAsync(TaskLease lease, ComparisonAnnotation annotation, CancellationToken cancellationToken = default);
}
