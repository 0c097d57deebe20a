using Microsoft.Data.Sqlite;
using WebQA.Core.Feedback;
using WebQA.Core.Feedback.Webhooks;
using WebQA.Storage.Connections;
using WebQA.Storage.Webhooks;

namespace WebQA.Storage.Feedback;

/// <summary>Incidents in the database.</summary>
internal sealed class IncidentStore(Database database, PersonalWriter writer, TimeProvider clock) : IIncidentStore
{
    public Task<string> ReportAsync(CitationReport report, string personId, CancellationToken cancellationToken = default)
    {
        var note = report.Note.Replace('\0', ' ').Trim();
        Demand(note.Length <= CitationReport.MaxNote, $"The note has {note.Length} characters; at most {CitationReport.MaxNote} are kept. Shorten it.");
        Demand(Enum.IsDefined(report.Problem), $"There is no kind of problem {(int)report.Problem}.");
        Demand(report.Problem != CitationProblem.Other || note.Length > 0, "Say in a few words what is wrong with the citation.");
        Demand(report.Reference >= 1, $"There is no reference [{report.Reference}]; references begin at 1.");
        return writer.WriteAsync(statements => Report(statements, report with { Note = note }, personId), cancellationToken);
    }

    public Task<IReadOnlyList<CitationIncident>> ListAsync(bool? isOpen, int count = 100, int skip = 0, CancellationToken cancellationToken = default) =>
        Task.FromResult<IReadOnlyList<CitationIncident>>(Read(statements => statements.Query(
            """
            select id, episode_id, reference, problem, note, owner_id, reported_at, verdict, rationale, reviewer_id, settled_at
            from citation_incident where @open is null or (verdict is null) = @open order by number limit @count offset @skip
            """,
            ReadRow, ("@open", isOpen), ("@count", count), ("@skip", skip))));

    public Task<int> CountOpenAsync(CancellationToken cancellationToken = default) =>
        Task.FromResult((int)Read(static statements => (long)statements.Scalar("select count(*) from citation_incident where verdict is null")!));

    public Task SettleAsync(string id, IncidentVerdict verdict, string rationale, string reviewerId, CancellationToken cancellationToken = default)
    {
        var why = rationale.Replace('\0', ' ').Trim();
        Demand(Enum.IsDefined(verdict), $"There is no verdict {(int)verdict}.");
        Demand(why.Length is > 0 and <= CitationReport.MaxNote, $"Say in a few words why; at most {CitationReport.MaxNote} characters.");
        return writer.WriteAsync(
            statements => statements.Execute(
                "update citation_incident set verdict = @verdict, rationale = @why, reviewer_id = @reviewer, settled_at = @now where id = @id and verdict is null",
                ("@verdict", (int)verdict), ("@why", why), ("@reviewer", reviewerId), ("@now", clock.GetUtcNow().UtcTicks), ("@id", id)) == 1
                ? WebhookOutbox.Add(statements, clock.GetUtcNow(), WebhookEvents.IncidentSettled, new { Incident = id, Verdict = verdict }) >= 0
                : throw (statements.Scalar("select 1 from citation_incident where id = @id", ("@id", id)) is null
                    ? new FeedbackRefusedException(FeedbackRefusal.Unknown, $"There is no incident {id}.")
                    : new FeedbackRefusedException(FeedbackRefusal.AlreadySubmitted, $"Incident {id} was settled before. It stays as it was decided then.")),
            cancellationToken);
    }

    private string Report(Statements statements, CitationReport report, string personId)
    {
        if (statements.Scalar("select 1 from episode where id = @id", ("@id", report.EpisodeId)) is null)
        {
            throw new FeedbackRefusedException(FeedbackRefusal.Unknown, $"There is no answer {report.EpisodeId}. It may have been deleted.");
        }
        if (Again(statements, report, personId) is string known)
        {
            return known;
        }
        var id = (string)statements.Scalar(
            """
            insert into citation_incident (id, episode_id, reference, problem, note, owner_id, reported_at)
            values (@id, @episode, @reference, @problem, @note, @person, @now) returning id
            """,
            ("@id", Guid.NewGuid().ToString("N")), ("@episode", report.EpisodeId), ("@reference", report.Reference), ("@problem", (int)report.Problem), ("@note", report.Note),
            ("@person", personId), ("@now", clock.GetUtcNow().UtcTicks))!;
        WebhookOutbox.Add(statements, clock.GetUtcNow(), WebhookEvents.IncidentCreated, new { Incident = id, Episode = report.EpisodeId, report.Reference, report.Problem });
        return id;
    }

    private object? Again(Statements statements, CitationReport report, string personId) => statements.Scalar(
        """
        update citation_incident set problem = @problem, note = @note, reported_at = @now
        where episode_id = @episode and reference = @reference and owner_id = @person and verdict is null returning id
        """,
        ("@problem", (int)report.Problem), ("@note", report.Note), ("@now", clock.GetUtcNow().UtcTicks), ("@episode", report.EpisodeId), ("@reference", report.Reference), ("@person", personId));

    private static CitationIncident ReadRow(SqliteDataReader row) => new(
        row.GetString(0), new CitationReport(row.GetString(1), row.GetInt32(2), (CitationProblem)row.GetInt32(3), row.GetString(4)), row.GetString(5), Time(row.GetInt64(6)),
        row.IsDBNull(7) ? null : new IncidentSettlement((IncidentVerdict)row.GetInt32(7), row.GetString(8), row.GetString(9), Time(row.GetInt64(10))));

    private static DateTimeOffset Time(long ticks) => new(ticks, TimeSpan.Zero);

    private T Read<T>(Func<Statements, T> read) => database.Guarded(() =>
    {
        using var statements = new Statements(database.Open(Durability.Normal));
        return read(statements);
    });

    private static void Demand(bool holds, string message)
    {
        if (!holds)
        {
            throw new FeedbackRefusedException(FeedbackRefusal.Invalid, message);
        }
    }
}
