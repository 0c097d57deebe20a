using Microsoft.Data.Sqlite;
using WebQA.Core.Feedback;
using WebQA.Core.Feedback.Webhooks;
using WebQA.Storage.Connections;
using WebQA.Storage.Webhooks;

namespace WebQA.Storage.Feedback;

/// <summary>Projects in the database.</summary>
internal static class ProjectRows
{
    private const string Columns = "p.number, p.name, p.owner_id, p.overlap, p.cohort_share, p.full_share, p.gold_share, p.pool, p.quota, p.guideline_version, p.lease, p.seed, p.kind";

    /// <summary>Columns of <see cref="Columns"/>.</summary>
    private const int Count = 13;

    public static long Insert(Statements statements, FeedbackProject project, DateTimeOffset now)
    {
        var number = InsertRow(statements, project, now);
        WebhookOutbox.Add(statements, now, WebhookEvents.ProjectCreated, new { Project = project.Name, project.Form });
        return number;
    }

    private static long InsertRow(Statements statements, FeedbackProject project, DateTimeOffset now) => (long)(statements.Scalar(
        """
        insert into feedback_project (name, owner_id, kind, created_at, overlap, cohort_share, full_share, gold_share, pool, quota, guideline_version, lease, seed)
        values (@name, @owner, @form, @now, @overlap, @cohort, @full, @gold, @pool, @quota, @guideline, @lease, @seed)
        on conflict (name) do nothing returning number
        """,
        ("@name", project.Name), ("@owner", project.OwnerId), ("@form", (int)project.Form), ("@now", now.UtcTicks), ("@overlap", project.Overlap), ("@cohort", project.CohortShare),
        ("@full", project.FullShare), ("@gold", project.GoldShare), ("@pool", project.Pool), ("@quota", project.Quota), ("@guideline", project.GuidelineVersion),
        ("@lease", project.Lease.Ticks), ("@seed", project.Seed))
        ?? throw new FeedbackRefusedException(FeedbackRefusal.Conflict, $"There is a project '{project.Name}' already. Take another name, or add to that one."));

    /// <exception cref="FeedbackRefusedException">There is none of that name.</exception>
    public static (long Number, FeedbackProject Project) Find(Statements statements, string name) =>
        statements.Query($"select {Columns} from feedback_project p where p.name = @name", Read, ("@name", name)) is [var found]
            ? found
            : throw new FeedbackRefusedException(FeedbackRefusal.Unknown, $"There is no project '{name}'.");

    public static List<ProjectProgress> Progress(Statements statements, DateTimeOffset now) => statements.Query(
        $"""
        select {Columns},
          (select count(*) from feedback_task t where t.project = p.number),
          (select count(*) from feedback_task t where t.project = p.number and t.gold is not null),
          (select count(*) from feedback_task t where t.project = p.number and t.is_dropped),
          (select count(*) from feedback_task t where t.project = p.number and t.gold is null and t.places <=
            (select count(*) from feedback_annotation a where a.task = t.number and a.is_simulated = 0)),
          (select count(*) from feedback_annotation a where a.project = p.number and a.is_simulated = 0),
          (select count(*) from feedback_annotation a where a.project = p.number and a.is_simulated = 1),
          (select count(*) from feedback_lease l where l.project = p.number and l.state = 0 and l.lease_until > @now)
        from feedback_project p order by p.name
        """,
        static row => new ProjectProgress(
            Read(row).Project, row.GetInt32(Count), row.GetInt32(Count + 1), row.GetInt32(Count + 2), row.GetInt32(Count + 3), row.GetInt32(Count + 4), row.GetInt32(Count + 5), row.GetInt32(Count + 6)),
        ("@now", now.UtcTicks));

    private static (long Number, FeedbackProject Project) Read(SqliteDataReader row) => (row.GetInt64(0), new FeedbackProject
    {
        Name = row.GetString(1),
        OwnerId = row.IsDBNull(2) ? null : row.GetString(2),
        Overlap = row.GetInt32(3),
        CohortShare = row.GetDouble(4),
        FullShare = row.GetDouble(5),
        GoldShare = row.GetDouble(6),
        Pool = row.IsDBNull(7) ? null : row.GetString(7),
        Quota = row.IsDBNull(8) ? null : row.GetInt32(8),
        GuidelineVersion = row.GetString(9),
        Lease = new TimeSpan(row.GetInt64(10)),
        Seed = row.GetInt64(11),
        Form = (ProjectForm)row.GetInt32(12),
    });
}
