using Microsoft.Data.Sqlite;
using WebQA.Core.Feedback;
using WebQA.Core.Guidelines;
using WebQA.Storage.Connections;

namespace WebQA.Storage.Guidelines;

/// <summary>Readings in the database.</summary>
internal sealed class GuidelineReadings(Database database, PersonalWriter writer, TimeProvider clock) : IGuidelineReadings
{
    private const string Columns = "kind, version, read_at, quiz_attempts, quiz_right, quiz_passed_at";

    public Task<IReadOnlyList<GuidelineReading>> OfAsync(string personId, CancellationToken cancellationToken = default) => database.Guarded(() =>
    {
        using var statements = new Statements(database.Open(Durability.Normal));
        return Task.FromResult<IReadOnlyList<GuidelineReading>>(
            statements.Query($"select {Columns} from guideline_reading where person_id = @person order by read_at desc, kind", Read, ("@person", personId)));
    });

    public Task<GuidelineReading> AcknowledgeAsync(string personId, string kind, string version, CancellationToken cancellationToken = default)
    {
        var guideline = Demand(kind, version);
        return writer.WriteAsync(
            statements =>
            {
                statements.Execute(
                    """
                    insert into guideline_reading (person_id, kind, version, text_sha256, read_at, quiz_attempts) values (@person, @kind, @version, @sha256, @now, 0)
                    on conflict do nothing
                    """,
                    ("@person", personId), ("@kind", kind), ("@version", version), ("@sha256", guideline.Sha256), ("@now", clock.GetUtcNow().UtcTicks));
                return Find(statements, personId, kind, version)!;
            },
            cancellationToken);
    }

    public Task<GuidelineReading> AnswerQuizAsync(string personId, string kind, string version, IReadOnlyList<int> choices, CancellationToken cancellationToken = default)
    {
        var quiz = Demand(kind, version).Quiz;
        var right = Right(quiz, choices);
        return writer.WriteAsync(
            statements => statements.Execute(
                """
                update guideline_reading set quiz_attempts = quiz_attempts + 1, quiz_right = @right, quiz_passed_at = coalesce(quiz_passed_at, @passed)
                where person_id = @person and kind = @kind and version = @version
                """,
                ("@right", right), ("@passed", right >= quiz.PassMark ? clock.GetUtcNow().UtcTicks : null), ("@person", personId), ("@kind", kind), ("@version", version)) == 1
                ? Find(statements, personId, kind, version)!
                : throw new FeedbackRefusedException(FeedbackRefusal.NotYet, $"Read the guidelines '{kind}', version {version}, and say that you have, before their quiz."),
            cancellationToken);
    }

    /// <summary>What a person has read of a version; null where nothing.</summary>
    public static GuidelineReading? Find(Statements statements, string personId, string kind, string version) => statements.Query(
        $"select {Columns} from guideline_reading where person_id = @person and kind = @kind and version = @version",
        Read, ("@person", personId), ("@kind", kind), ("@version", version)).FirstOrDefault();

    private static int Right(GuidelineQuiz quiz, IReadOnlyList<int> choices)
    {
        try
        {
            return quiz.Right(choices);
        }
        catch (ArgumentException e)
        {
            throw new FeedbackRefusedException(FeedbackRefusal.Invalid, e.Message.Split(" (Parameter", StringSplitOptions.None)[0]);
        }
    }

    private static Guideline Demand(string kind, string version) => GuidelineShelf.Find(kind, version)
        ?? throw new FeedbackRefusedException(FeedbackRefusal.Unknown, $"There are no guidelines '{kind}', version {version}.");

    private static GuidelineReading Read(SqliteDataReader row) => new(
        row.GetString(0), row.GetString(1), new DateTimeOffset(row.GetInt64(2), TimeSpan.Zero), row.GetInt32(3), row.IsDBNull(4) ? null : row.GetInt32(4),
        row.IsDBNull(5) ? null : new DateTimeOffset(row.GetInt64(5), TimeSpan.Zero));
}
