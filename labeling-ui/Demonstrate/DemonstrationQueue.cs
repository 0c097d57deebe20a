using WebQA.Core.Demonstrations;
using WebQA.Core.Feedback;
using WebQA.Runs.Demonstrations;

namespace WebQA.LabelingUi.Demonstrate;

/// <summary>Questions of projects for the people who demonstrate: taken, held while there is input, skipped, by the leases of all tasks. Thread-safe.</summary>
public sealed class DemonstrationQueue(ITaskQueue tasks, IDemonstrationStore demonstrations, DemonstrationDesk desk)
{
    /// <summary>Takes the person's next question, or the one they still have; null where none is left for them now.</summary>
    /// <returns>The episode's id.</returns>
    /// <exception cref="FeedbackRefusedException">There is no such project, or it is not for them.</exception>
    public async Task<string?> TakeAsync(string project, string personId, CancellationToken cancellationToken = default)
    {
        if (await tasks.ClaimAsync(project, new Labeler(personId), cancellationToken) is not { } claimed)
        {
            return null;
        }
        var task = new DemonstrationTask(project, claimed.Lease.TaskId, claimed.Lease.Fence, claimed.Comparison.GuidelineVersion);
        await foreach (var open in demonstrations.ReadAsync(new DemonstrationQuery(personId, project, DemonstrationState.Open), cancellationToken))
        {
            if (open.Task?.TaskId == task.TaskId)
            {
                await demonstrations.SetTaskAsync(open.EpisodeId, task, cancellationToken);
                return open.EpisodeId;
            }
        }
        return await desk.BeginAsync(personId, claimed.Comparison.Question, task, cancellationToken: cancellationToken);
    }

    /// <summary>Holds the question for longer while the person works on it. Where the time ran out it is held no more; the work stays.</summary>
    public async Task HoldAsync(LiveDemonstration live, CancellationToken cancellationToken = default)
    {
        if (Lease(live) is { } lease)
        {
            try
            {
                await tasks.RenewAsync(lease, cancellationToken);
            }
            catch (FeedbackRefusedException)
            {
                // Others have it now. The demonstration is still the person's, and is kept without the task when it is handed in.
            }
        }
    }

    /// <summary>Skips the question: it goes where the person says, and the demonstration ends.</summary>
    public async Task SkipAsync(DemonstrationSession session, SkipRoute route, string reason, CancellationToken cancellationToken = default)
    {
        await session.SkipAsync(reason, cancellationToken);
        if (session.Problem is null && Lease(session.Live) is { } lease)
        {
            try
            {
                await tasks.SkipAsync(lease, route, reason, cancellationToken);
            }
            catch (FeedbackRefusedException)
            {
                // Its time ran out before; it went to others then.
            }
        }
    }

    private static TaskLease? Lease(LiveDemonstration live) =>
        live.Demonstration.Task is { } task ? new TaskLease(task.TaskId, live.PersonId, task.Fence, default) : null;
}

/// <summary>What a person said when they skipped a question.</summary>
/// <param name="Route">Where it goes.</param>
/// <param name="Reason">Why.</param>
public sealed record SkippedDemonstration(SkipRoute Route, string Reason);
