namespace WebQA.Core.Feedback;

/// <summary>
/// Tasks whose labelers disagree, and what reviewers decided. A task is there once it has all the people it wants, so that no one sees others' work before; and
/// never for somebody who judged it or wrote one of its answers. What a call has changed is on the disk when its task ends. Thread-safe.
/// </summary>
public interface IReviewStore
{
    /// <summary>Disputed tasks for a reviewer, the most uncertain first: without a majority, then by how near the labels' mean is to neither.</summary>
    /// <param name="reviewerId">Who looks.</param>
    /// <param name="project">One project's; null for all.</param>
    /// <param name="isDecided">Those decided already, or those open.</param>
    /// <param name="count">Most to give.</param>
    /// <param name="cancellationToken">Stops the waiting.</param>
    Task<IReadOnlyList<DisputedTask>> ListAsync(string reviewerId, string? project, bool isDecided, int count = 200, CancellationToken cancellationToken = default);

    /// <summary>A disputed task whole; null where there is none for this reviewer.</summary>
    Task<DisputedTaskFile?> FindAsync(string reviewerId, string taskId, CancellationToken cancellationToken = default);

    /// <summary>Keeps a decision; a later one takes the place of an earlier, which stays in the history.</summary>
    /// <param name="reviewerId">Who decides.</param>
    /// <param name="taskId">The task.</param>
    /// <param name="rating">The adjudicated rating, sides as the task has them; null rejects the task.</param>
    /// <param name="rationale">Why; required.</param>
    /// <param name="cancellationToken">Stops the waiting.</param>
    /// <exception cref="FeedbackRefusedException">There is no such task for this reviewer, or a value cannot be used.</exception>
    Task<TaskReview> DecideAsync(string reviewerId, string taskId, Preference? rating, string rationale, CancellationToken cancellationToken = default);

    /// <summary>The decisions of a project that stand, by task.</summary>
    /// <exception cref="FeedbackRefusedException">There is no such project.</exception>
    Task<IReadOnlyDictionary<string, TaskReview>> DecisionsAsync(string project, CancellationToken cancellationToken = default);
}
