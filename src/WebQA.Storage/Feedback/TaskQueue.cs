using WebQA.Core.Feedback;
using WebQA.Core.Feedback.Webhooks;
using WebQA.Storage.Connections;
using WebQA.Storage.Drafts;
using WebQA.Storage.Webhooks;

namespace WebQA.Storage.Feedback;

/// <summary>The queue in the database; each call is one transaction.</summary>
internal sealed class TaskQueue(PersonalWriter writer, TimeProvider clock) : ITaskQueue
{
    public Task<ClaimedComparison?> ClaimAsync(string project, Labeler labeler, CancellationToken cancellationToken = default) =>
        writer.WriteAsync(statements => TaskClaims.Claim(statements, project, labeler, clock.GetUtcNow()), cancellationToken);

    public Task<TaskLease> RenewAsync(TaskLease lease, CancellationToken cancellationToken = default) => writer.WriteAsync(
        statements =>
        {
            var held = HeldTask.Find(statements, lease).Demand();
            var until = clock.GetUtcNow() + new TimeSpan(held.LeaseTicks);
            Move(statements, held, lease, LeaseState.Held, until);
            return lease with { Until = until };
        },
        cancellationToken);

    public Task ReleaseAsync(TaskLease lease, CancellationToken cancellationToken = default) => writer.WriteAsync(
        statements => Move(statements, HeldTask.Find(statements, lease).Demand(), lease, LeaseState.Released, clock.GetUtcNow()), cancellationToken);

    public async Task SkipAsync(TaskLease lease, SkipRoute route, string reason, CancellationToken cancellationToken = default)
    {
        if (reason.Replace('\0', ' ').Trim() is not { Length: > 0 and <= AnnotationRules.MaxText } said)
        {
            throw new FeedbackRefusedException(FeedbackRefusal.Invalid, $"Say in a few words why this task is skipped; at most {AnnotationRules.MaxText} characters.");
        }
        var state = route switch
        {
            SkipRoute.AgainForMeLater => LeaseState.Later,
            SkipRoute.ForOthers => LeaseState.ForOthers,
            _ => LeaseState.Dropped,
        };
        await writer.WriteAsync(
            statements =>
            {
                var held = HeldTask.Find(statements, lease).Demand();
                // A hidden gold task stays in for the others, whatever one person thinks of it.
                if (state == LeaseState.Dropped && held.IsOrdinary && !held.IsSimulated)
                {
                    statements.Execute("update feedback_task set is_dropped = 1 where number = @task", ("@task", held.Number));
                }
                WebhookOutbox.Add(statements, clock.GetUtcNow(), WebhookEvents.TaskSkipped, new { Task = lease.TaskId, Project = ProjectOf(statements, held), Route = route, IsSimulated = held.IsSimulated });
                return Move(statements, held, lease, state, clock.GetUtcNow(), said);
            },
            cancellationToken);
    }

    public Task<string> SubmitAsync(TaskLease lease, ComparisonAnnotation annotation, CancellationToken cancellationToken = default) => writer.WriteAsync(
        statements =>
        {
            var now = clock.GetUtcNow();
            var held = HeldTask.Find(statements, lease).Demand();
            if (held.Comparison.Form == ProjectForm.Demonstration)
            {
                throw new FeedbackRefusedException(FeedbackRefusal.Invalid, "This task is a question to demonstrate. It is handed in by finishing its demonstration.");
            }
            string[] faults = [.. AnnotationRules.Faults(held.Comparison, annotation), .. held.IsSimulated ? [] : AnnotationRules.Unmarked(held.Comparison, annotation)];
            if (faults.Length > 0)
            {
                throw new FeedbackRefusedException(FeedbackRefusal.Invalid, string.Join(' ', faults));
            }
            Move(statements, held, lease, LeaseState.Submitted, now);
            DraftStore.Delete(statements, lease.PersonId, new DraftKey(DraftKey.Comparison, lease.TaskId));
            var id = AnnotationRows.Insert(statements, held, lease, held.IsSwapped ? annotation.Swapped() : annotation, now);
            Tell(statements, held, lease.TaskId, id, now);
            return id;
        },
        cancellationToken);

    private static void Tell(Statements statements, HeldTask held, string task, string annotation, DateTimeOffset now)
    {
        var project = ProjectOf(statements, held);
        WebhookOutbox.Add(statements, now, WebhookEvents.AnnotationCreated, new { Annotation = annotation, Task = task, Project = project, IsSimulated = held.IsSimulated });
        if (!held.IsSimulated && held.IsOrdinary && statements.Scalar(
            "select 1 from feedback_task t where t.number = @task and t.places = (select count(*) from feedback_annotation a where a.task = t.number and a.is_simulated = 0)", ("@task", held.Number)) is not null)
        {
            WebhookOutbox.Add(statements, now, WebhookEvents.TaskCompleted, new { Task = task, Project = project });
        }
    }

    private static string ProjectOf(Statements statements, HeldTask held) => (string)statements.Scalar("select name from feedback_project where number = @project", ("@project", held.Project))!;

    /// <summary>Changes a lease's state, and takes or gives back the task's place where that changes it.</summary>
    internal static int Move(Statements statements, HeldTask held, TaskLease lease, LeaseState to, DateTimeOffset until, string? reason = null)
    {
        var takes = to is LeaseState.Held or LeaseState.Submitted;
        if (takes != held.HasPlace)
        {
            TaskClaims.Take(statements, held.Number, held.IsSimulated, takes ? 1 : -1);
        }
        return statements.Execute(
            "update feedback_lease set state = @state, lease_until = @until, reason = @reason where task = @task and person_id = @person",
            ("@state", (int)to), ("@until", until.UtcTicks), ("@reason", reason), ("@task", held.Number), ("@person", lease.PersonId));
    }
}
