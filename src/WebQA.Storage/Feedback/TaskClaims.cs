using WebQA.Core.Feedback;
using WebQA.Storage.Connections;
using WebQA.Storage.Schema;

namespace WebQA.Storage.Feedback;

/// <summary>Chooses the next task for a person and gives it to them, all inside one transaction.</summary>
internal static class TaskClaims
{
    public static ClaimedComparison? Claim(Statements statements, string projectName, Labeler labeler, DateTimeOffset now)
    {
        var (project, rules) = ProjectRows.Find(statements, projectName);
        DemandMember(statements, rules, labeler);
        var isTrial = TaskAdmission.Demand(statements, project, rules, labeler);
        Reap(statements, project, now);
        var next = Open(statements, project, labeler)
            ?? (isTrial ? TaskAdmission.Trial(rules, AnyGold(statements, project, labeler))
                : IsDone(statements, project, rules, labeler) ? null : Gold(statements, project, rules, labeler) ?? New(statements, project, labeler) ?? PutOff(statements, project, labeler));
        return next is { } task ? Give(statements, project, rules, task, labeler, now) : null;
    }

    /// <summary>Leases that ran out give their places back.</summary>
    public static void Reap(Statements statements, long project, DateTimeOffset now)
    {
        var ended = statements.Query(
            "update feedback_lease set state = 3 where project = @project and state = 0 and lease_until < @now returning task, is_simulated",
            static row => (Task: row.GetInt64(0), IsSimulated: row.GetBoolean(1)), ("@project", project), ("@now", now.UtcTicks));
        foreach (var (task, isSimulated) in ended)
        {
            Take(statements, task, isSimulated, -1);
        }
    }

    /// <summary>Takes a place of a task, or gives it back.</summary>
    public static void Take(Statements statements, long task, bool isSimulated, int places) => statements.Execute(
        isSimulated ? "update feedback_task set taken_simulated = taken_simulated + @places where number = @task" : "update feedback_task set taken = taken + @places where number = @task",
        ("@places", places), ("@task", task));

    private static void DemandMember(Statements statements, FeedbackProject rules, Labeler labeler)
    {
        if (labeler.Id.Length is 0 or > Labeler.MaxIdLength || labeler.Id.Any(char.IsControl))
        {
            throw new FeedbackRefusedException(FeedbackRefusal.Invalid, $"A labeler's id has 1 to {Labeler.MaxIdLength} characters, none of them a control character.");
        }
        if (labeler.IsSimulated != labeler.Id.StartsWith(Labeler.SimulatedPrefix, StringComparison.Ordinal))
        {
            throw new FeedbackRefusedException(
                FeedbackRefusal.Invalid, $"The ids of simulated labelers begin with '{Labeler.SimulatedPrefix}', and no others; '{labeler.Id}' and its kind do not go together.");
        }
        if (rules.Pool is { } pool && !labeler.IsSimulated
            && statements.Scalar("select 1 from feedback_pool where pool = @pool and person_id = @person", ("@pool", pool), ("@person", labeler.Id)) is null)
        {
            throw new FeedbackRefusedException(
                FeedbackRefusal.NotYours, $"The tasks of '{rules.Name}' are for the people of the pool '{pool}', and you are not among them. Ask whoever runs the project.");
        }
    }

    /// <summary>What the person holds already: a closed tab opens on the same task again.</summary>
    private static long? Open(Statements statements, long project, Labeler labeler) => (long?)statements.Scalar(
        "select task from feedback_lease where project = @project and person_id = @person and state = 0 order by claimed_at limit 1",
        ("@project", project), ("@person", labeler.Id));

    private static bool IsDone(Statements statements, long project, FeedbackProject rules, Labeler labeler) =>
        rules.Quota is { } quota && Given(statements, project, labeler, "state = 1") >= quota;

    /// <summary>A hidden gold task by chance, each person's chances depending on nothing they could see.</summary>
    private static long? Gold(Statements statements, long project, FeedbackProject rules, Labeler labeler) =>
        rules.GoldShare == 0 || Draw.Of(rules.Seed, $"gold/{labeler.Id}", $"{Given(statements, project, labeler, "state >= 0")}") >= rules.GoldShare
            ? null
            : AnyGold(statements, project, labeler);

    private static long? AnyGold(Statements statements, long project, Labeler labeler) => (long?)statements.Scalar(
        $"select t.number from feedback_task t where t.project = @project and gold is not null and is_dropped = 0 and {NotOwn} and {NeverHad} order by t.number limit 1",
        ("@project", project), ("@person", labeler.Id));

    private static long? New(Statements statements, long project, Labeler labeler) => (long?)statements.Scalar(
        $"select t.number from feedback_task t where t.project = @project and {Room(labeler)} and {NotOwn} and {NeverHad} order by t.number limit 1",
        ("@project", project), ("@person", labeler.Id));

    /// <summary>Only when nothing new is left: tasks the person wanted later, the longest put off first.</summary>
    private static long? PutOff(Statements statements, long project, Labeler labeler) => (long?)statements.Scalar(
        $"select t.number from feedback_lease l join feedback_task t on t.number = l.task where l.project = @project and l.person_id = @person and l.state = 4 and {Room(labeler)} order by l.lease_until limit 1",
        ("@project", project), ("@person", labeler.Id));

    private static string Room(Labeler labeler) => labeler.IsSimulated ? FeedbackSchema.HasSimulatedRoom : FeedbackSchema.HasRoom;

    private const string NotOwn = "t.author_a is not @person and t.author_b is not @person";

    /// <summary>A task given back or run out is as good as new; one handed in or skipped is not.</summary>
    private const string NeverHad = "not exists (select 1 from feedback_lease l where l.task = t.number and l.person_id = @person and l.state in (0, 1, 4, 5, 6))";

    private static long Given(Statements statements, long project, Labeler labeler, string state) => (long)statements.Scalar(
        $"select count(*) from feedback_lease where project = @project and person_id = @person and {state}", ("@project", project), ("@person", labeler.Id))!;

    private static ClaimedComparison Give(Statements statements, long project, FeedbackProject rules, long task, Labeler labeler, DateTimeOffset now)
    {
        var wasHeld = statements.Scalar("select state from feedback_lease where task = @task and person_id = @person", ("@task", task), ("@person", labeler.Id)) is (long)LeaseState.Held;
        var until = now + rules.Lease;
        // Whoever opens a task they still hold keeps the fence: both tabs may hand it in, and the first that does counts.
        var fence = (long)statements.Scalar(
            """
            insert into feedback_lease (task, person_id, project, state, fence, claimed_at, lease_until, is_simulated) values (@task, @person, @project, 0, 1, @now, @until, @simulated)
            on conflict do update set fence = fence + (state <> 0), claimed_at = iif(state = 0, claimed_at, @now), lease_until = @until, state = 0, reason = null
            returning fence
            """,
            ("@task", task), ("@person", labeler.Id), ("@project", project), ("@now", now.UtcTicks), ("@until", until.UtcTicks), ("@simulated", labeler.IsSimulated))!;
        if (!wasHeld)
        {
            Take(statements, task, labeler.IsSimulated, 1);
        }
        return statements.Query(
            $"select {TaskRows.Columns}, t.id, t.is_swapped, t.requires_all from feedback_task t where t.number = @task",
            row => new ClaimedComparison(
                new TaskLease(row.GetString(TaskRows.Count), labeler.Id, fence, until),
                PresentedComparison.Of(TaskRows.Read(row), row.GetString(TaskRows.Count), row.GetBoolean(TaskRows.Count + 1), row.GetBoolean(TaskRows.Count + 2), rules.GuidelineVersion, rules.Form)),
            ("@task", task))[0];
    }
}
