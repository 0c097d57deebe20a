using WebQA.Core.Feedback;
using WebQA.Storage.Connections;

namespace WebQA.Storage.Feedback;

/// <summary>A task that a person was given, found again by the lease they show.</summary>
internal sealed record HeldTask(
    long Number, long Project, LeaseState State, long Until, bool IsSimulated, bool IsSwapped, bool IsOrdinary, bool HasRoom, string GuidelineVersion, long LeaseTicks, PresentedComparison Comparison)
{
    /// <summary>Whether a place is taken by it.</summary>
    public bool HasPlace => State is LeaseState.Held or LeaseState.Submitted;

    /// <summary>The task of a lease in whatever state the lease is.</summary>
    /// <exception cref="FeedbackRefusedException">The lease was never given, or was given anew since.</exception>
    public static HeldTask Find(Statements statements, TaskLease lease)
    {
        var found = statements.Query(
            $"""
            select {TaskRows.Columns}, t.number, t.project, l.state, l.lease_until, l.is_simulated, t.is_swapped, t.is_dropped = 0 and (t.gold is not null or
              iif(l.is_simulated, t.taken_simulated, t.taken) < t.places), p.guideline_version, p.lease, t.requires_all, l.fence, t.gold is null, p.kind
            from feedback_task t join feedback_project p on p.number = t.project left join feedback_lease l on l.task = t.number and l.person_id = @person
            where t.id = @task
            """,
            row => row.IsDBNull(TaskRows.Count + 2)
                ? throw new FeedbackRefusedException(FeedbackRefusal.NotYours, $"Task {lease.TaskId} was not given to you. Take a task from the queue.")
                : (Task: new HeldTask(
                    row.GetInt64(TaskRows.Count), row.GetInt64(TaskRows.Count + 1), (LeaseState)row.GetInt32(TaskRows.Count + 2), row.GetInt64(TaskRows.Count + 3),
                    row.GetBoolean(TaskRows.Count + 4), row.GetBoolean(TaskRows.Count + 5), row.GetBoolean(TaskRows.Count + 11), row.GetBoolean(TaskRows.Count + 6),
                    row.GetString(TaskRows.Count + 7), row.GetInt64(TaskRows.Count + 8),
                    PresentedComparison.Of(
                        TaskRows.Read(row), lease.TaskId, row.GetBoolean(TaskRows.Count + 5), row.GetBoolean(TaskRows.Count + 9), row.GetString(TaskRows.Count + 7), (ProjectForm)row.GetInt32(TaskRows.Count + 12))), Fence: row.GetInt64(TaskRows.Count + 10)),
            ("@person", lease.PersonId), ("@task", lease.TaskId));
        return found is not [var held]
            ? throw new FeedbackRefusedException(FeedbackRefusal.Unknown, $"There is no task {lease.TaskId}.")
            : held.Fence != lease.Fence
                ? throw new FeedbackRefusedException(
                    FeedbackRefusal.Ended, $"Task {lease.TaskId} was opened again after this one had ended. Go on in the tab that was opened last; the draft is there.")
                : held.Task;
    }

    /// <summary>Refuses what only the one who works on a task may do.</summary>
    /// <exception cref="FeedbackRefusedException">The work on it has ended.</exception>
    public HeldTask Demand()
    {
        switch (State)
        {
            case LeaseState.Submitted:
                throw new FeedbackRefusedException(FeedbackRefusal.AlreadySubmitted, $"Task {Comparison.TaskId} was handed in before. It counts once, as it was then.");
            case LeaseState.Later or LeaseState.ForOthers or LeaseState.Dropped:
                throw new FeedbackRefusedException(FeedbackRefusal.Ended, $"Task {Comparison.TaskId} was skipped. Take the next one from the queue.");
            case LeaseState.Released:
                throw new FeedbackRefusedException(FeedbackRefusal.Ended, $"Task {Comparison.TaskId} was given back. Take it from the queue again.");
            case LeaseState.Expired when !HasRoom:
                throw new FeedbackRefusedException(
                    FeedbackRefusal.Ended, $"The time for task {Comparison.TaskId} ran out, and others have done it since. Your draft stays; take the next one from the queue.");
            default:
                return this;
        }
    }
}
