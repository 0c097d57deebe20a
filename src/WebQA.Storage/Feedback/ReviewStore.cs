using Microsoft.Data.Sqlite;
using WebQA.Core.Feedback;
using WebQA.Storage.Connections;

namespace WebQA.Storage.Feedback;

/// <summary>Disputed tasks and decisions in the database.</summary>
internal sealed class ReviewStore(Database database, PersonalWriter writer, TimeProvider clock) : IReviewStore
{
    /// <summary>
    /// Complete tasks on whose side two people or more disagree, not judged or written by the reviewer. Of an installation without sign-in everything is the one person's,
    /// so that there the author does not count.
    /// </summary>
    private const string Disputed =
        """
        t.is_dropped = 0 and not exists (select 1 from feedback_annotation own where own.task = t.number and own.owner_id = @reviewer)
          and (@reviewer = 'local' or (t.author_a is not @reviewer and t.author_b is not @reviewer))
          and (select count(*) >= max(2, t.places) and min(sign(a.rating)) < max(sign(a.rating)) from feedback_annotation a where a.task = t.number and a.is_simulated = 0)
        """;

    private const string Standing = "r.number = (select max(number) from feedback_review latest where latest.task = t.number)";

    public Task<IReadOnlyList<DisputedTask>> ListAsync(string reviewerId, string? project, bool isDecided, int count = 200, CancellationToken cancellationToken = default) => ReadAsync(
        statements =>
        {
            var found = statements.Query(
                $"""
                select p.name, t.id, t.question, exists (select 1 from feedback_review r where r.task = t.number),
                  (select group_concat(a.rating, ' ') from feedback_annotation a where a.task = t.number and a.is_simulated = 0),
                  (select count(*) from feedback_annotation a where a.task = t.number and a.is_simulated = 0 and json_extract(a.body, '$.is_difficult'))
                from feedback_task t join feedback_project p on p.number = t.project
                where (@project is null or p.name = @project) and exists (select 1 from feedback_review r where r.task = t.number) = @decided and {Disputed}
                order by t.number
                """,
                static row => new DisputedTask(
                    row.GetString(0), row.GetString(1), row.GetString(2), [.. row.GetString(4).Split(' ').Select(static rating => (Preference)int.Parse(rating))], row.GetInt32(5), row.GetBoolean(3)),
                ("@project", project), ("@decided", isDecided), ("@reviewer", reviewerId));
            return (IReadOnlyList<DisputedTask>)
            [
                .. found.OrderByDescending(static task => task.HasNoMajority).ThenBy(static task => Math.Abs(task.Ratings.Average(static rating => (int)rating)))
                    .ThenByDescending(static task => task.Difficult).Take(count),
            ];
        },
        cancellationToken);

    public Task<DisputedTaskFile?> FindAsync(string reviewerId, string taskId, CancellationToken cancellationToken = default) => ReadAsync(
        statements => statements.Query(
            $"select {TaskRows.Columns}, p.name from feedback_task t join feedback_project p on p.number = t.project where t.id = @task and {Disputed}",
            row => new DisputedTaskFile(row.GetString(TaskRows.Count), TaskRows.Read(row), AnnotationRows.OfTask(statements, taskId), null),
            ("@task", taskId), ("@reviewer", reviewerId)) is [var found]
            ? found with { Review = Decisions(statements, "t.id = @value", taskId).FirstOrDefault() }
            : null,
        cancellationToken);

    public Task<TaskReview> DecideAsync(string reviewerId, string taskId, Preference? rating, string rationale, CancellationToken cancellationToken = default)
    {
        var why = rationale.Replace('\0', ' ').Trim();
        Demand(why.Length > 0, "Say in a few words why.");
        Demand(why.Length <= TaskReview.MaxRationale, $"The reason has {why.Length} characters; at most {TaskReview.MaxRationale} are kept. Shorten it.");
        Demand(rating is not { } given || Enum.IsDefined(given), $"The rating is {(int?)rating}; it is from -2 (B is much better) to 2 (A is much better).");
        return writer.WriteAsync(statements => Decide(statements, reviewerId, taskId, rating, why), cancellationToken);
    }

    public Task<IReadOnlyDictionary<string, TaskReview>> DecisionsAsync(string project, CancellationToken cancellationToken = default) => ReadAsync(
        statements => (IReadOnlyDictionary<string, TaskReview>)Decisions(statements, "t.project = @value", ProjectRows.Find(statements, project).Number)
            .ToDictionary(static review => review.TaskId, StringComparer.Ordinal),
        cancellationToken);

    private TaskReview Decide(Statements statements, string reviewer, string task, Preference? rating, string why)
    {
        var number = statements.Scalar($"select t.number from feedback_task t where t.id = @task and {Disputed}", ("@task", task), ("@reviewer", reviewer)) as long?
            ?? throw new FeedbackRefusedException(FeedbackRefusal.Unknown, $"There is no disputed task {task} for you. Its labels may have changed, or you have judged it yourself.");
        var labels = statements.Query("select rating from feedback_annotation where task = @task and is_simulated = 0", static row => (Preference)row.GetInt32(0), ("@task", number));
        var review = new TaskReview(task, TaskReview.VerdictOf(rating, labels), rating, why, reviewer, clock.GetUtcNow());
        statements.Execute(
            "insert into feedback_review (task, verdict, rating, rationale, reviewer_id, decided_at) values (@task, @verdict, @rating, @why, @reviewer, @at)",
            ("@task", number), ("@verdict", (int)review.Verdict), ("@rating", (int?)rating), ("@why", why), ("@reviewer", reviewer), ("@at", review.DecidedAt.UtcTicks));
        return review;
    }

    private static List<TaskReview> Decisions(Statements statements, string which, object value) => statements.Query(
        $"select t.id, r.verdict, r.rating, r.rationale, r.reviewer_id, r.decided_at from feedback_review r join feedback_task t on t.number = r.task where {which} and {Standing}", Read, ("@value", value));

    private static TaskReview Read(SqliteDataReader row) => new(
        row.GetString(0), (ReviewVerdict)row.GetInt32(1), row.IsDBNull(2) ? null : (Preference)row.GetInt32(2), row.GetString(3), row.GetString(4), new DateTimeOffset(row.GetInt64(5), TimeSpan.Zero));

    private Task<T> ReadAsync<T>(Func<Statements, T> read, CancellationToken cancellationToken) => Task.Run(
        () => database.Guarded(() =>
        {
            using var statements = new Statements(database.Open(Durability.Normal));
            return read(statements);
        }),
        cancellationToken);

    private static void Demand(bool holds, string message)
    {
        if (!holds)
        {
            throw new FeedbackRefusedException(FeedbackRefusal.Invalid, message);
        }
    }
}
