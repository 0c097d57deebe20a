using Microsoft.Data.Sqlite;
using WebQA.Core.Answers;
using WebQA.Core.Demonstrations;
using WebQA.Core.Episodes;
using WebQA.Core.Questions;
using WebQA.Storage.Connections;

namespace WebQA.Storage.Demonstrations;

/// <summary>Demonstrations in the database.</summary>
internal static class DemonstrationRows
{
    private const string Select =
        """
        select e.number, e.id, d.owner_id, d.question_id, e.question, d.dataset, e.environment, d.project, d.task_id, d.fence, d.guideline_version,
          d.active_time, d.idle_time, d.undos, d.resets, e.started_at, e.ended_at, e.outcome, d.skip_reason
        from demonstration d join episode e on e.number = d.episode
        """;

    public static void Insert(Statements statements, EpisodeSetup setup, DemonstrationTask? task) => statements.Execute(
        """
        insert into demonstration (episode, owner_id, dataset, question_id, project, task_id, fence, guideline_version, active_time, idle_time, undos, resets)
        select number, @person, @dataset, @question, @project, @task, @fence, @guideline, 0, 0, 0, 0 from episode where id = @id
        """,
        ("@person", setup.OwnerId), ("@dataset", setup.Question.Dataset), ("@question", setup.Question.Id), ("@project", task?.Project), ("@task", task?.TaskId),
        ("@fence", task?.Fence), ("@guideline", task?.GuidelineVersion), ("@id", setup.Id));

    public static void Follow(Statements statements, long episode, EpisodeEvent episodeEvent, WorkTime time) => statements.Execute(
        "update demonstration set active_time = @active, idle_time = @idle, undos = undos + @undos, resets = resets + @resets where episode = @episode",
        ("@active", time.Active.Ticks), ("@idle", time.Idle.Ticks), ("@undos", episodeEvent is StepUndone ? 1 : 0), ("@resets", episodeEvent is EpisodeReset ? 1 : 0), ("@episode", episode));

    public static int SaveTime(Statements statements, EpisodeLease lease, WorkTime time) => statements.Execute(
        """
        update demonstration set active_time = @active, idle_time = @idle
        where episode = (select number from episode where id = @id and fence = @fence and lease_owner = @owner and ended_at is null)
        """,
        ("@active", time.Active.Ticks), ("@idle", time.Idle.Ticks), ("@id", lease.EpisodeId), ("@fence", lease.Fence), ("@owner", lease.Owner));

    public static Demonstration? Find(Statements statements, string episodeId) =>
        statements.Query($"{Select} where e.id = @id", static row => Map(row), ("@id", episodeId)) is [var found] ? found : null;

    public static List<(long Place, Demonstration Demonstration)> Page(Statements statements, DemonstrationQuery query, long after, int count) => statements.Query(
        $"""
        {Select} where e.number > @after and (@person is null or d.owner_id = @person) and (@project is null or d.project = @project) and {Condition(query.State)}
        order by e.number limit @count
        """,
        static row => (row.GetInt64(0), Map(row)), ("@after", after), ("@person", query.PersonId), ("@project", query.Project), ("@count", count));

    private static string Condition(DemonstrationState state) => state switch
    {
        DemonstrationState.HandedIn => "e.ended_at is not null and d.skip_reason is null",
        DemonstrationState.Open => "e.ended_at is null",
        DemonstrationState.Skipped => "d.skip_reason is not null",
        _ => "true",
    };

    private static Demonstration Map(SqliteDataReader row) => new(
        row.GetString(1), row.GetString(2), new Question(row.GetString(3), row.GetString(4), row.GetString(5)), row.GetString(6),
        row.IsDBNull(8) ? null : new DemonstrationTask(row.GetString(7), row.GetString(8), row.GetInt64(9), row.GetString(10)),
        new WorkTime(new TimeSpan(row.GetInt64(11)), new TimeSpan(row.GetInt64(12))), row.GetInt32(13), row.GetInt32(14),
        new DateTimeOffset(row.GetInt64(15), TimeSpan.Zero), row.IsDBNull(16) ? null : new DateTimeOffset(row.GetInt64(16), TimeSpan.Zero),
        row.IsDBNull(17) ? null : Enum.Parse<Outcome>(row.GetString(17).Replace("_", "", StringComparison.Ordinal), ignoreCase: true),
        row.IsDBNull(18) ? null : row.GetString(18));
}
