using WebQA.Core.Demonstrations;
using WebQA.Core.Feedback;
using WebQA.Storage.Connections;
using WebQA.Storage.Drafts;
using WebQA.Storage.Feedback;

namespace WebQA.Storage.Demonstrations;

/// <summary>What goes with the end of a demonstration, in the same transaction: its draft, and its task's place.</summary>
internal static class FinishedWork
{
    public static void Close(Statements statements, string episodeId, long episode, string? skipReason, DateTimeOffset now)
    {
        var demonstration = DemonstrationRows.Find(statements, episodeId)!;
        DraftStore.Delete(statements, demonstration.PersonId, new DraftKey(Demonstration.DraftKind, episodeId));
        if (skipReason is not null)
        {
            statements.Execute("update demonstration set skip_reason = @reason where episode = @episode", ("@reason", skipReason), ("@episode", episode));
        }
        else if (demonstration.Task is { } task)
        {
            HandIn(statements, episode, new TaskLease(task.TaskId, demonstration.PersonId, task.Fence, default), now);
        }
    }

    private static void HandIn(Statements statements, long episode, TaskLease lease, DateTimeOffset now)
    {
        try
        {
            TaskQueue.Move(statements, HeldTask.Find(statements, lease).Demand(), lease, LeaseState.Submitted, now);
        }
        catch (FeedbackRefusedException)
        {
            // Others have done the task since; the work is kept for what it is, a demonstration without a task.
            statements.Execute("update demonstration set project = null, task_id = null, fence = null where episode = @episode", ("@episode", episode));
        }
    }
}
