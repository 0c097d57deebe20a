using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using WebQA.Core.Answers;
using WebQA.Core.Demonstrations;
using WebQA.Core.Episodes;
using WebQA.Storage.Connections;

namespace WebQA.Storage.Episodes;

/// <summary>The queries over episodes.</summary>
internal static class EpisodeReads
{
    private const int Sha256Digits = 64;

    // An answer of a batch names an episode by its short id; should several batches have it, the newest is meant.
    private const string Named = "number = (select number from episode where id = @id or short_id = @id order by id = @id desc, number desc limit 1)";

    private const string Summary =
        """
        select id, question, environment, policy, seed, ended_at, lease_owner is not null and lease_until >= @now, outcome, reason, steps,
          "references", started_at, run_id, follow_up_of, owner_id
        from episode
        """;

    public static List<StoredEvent> Events(Statements statements, string id, int after) => statements.Query(
        $"select sequence, at, body from event where episode = (select number from episode where {Named}) and sequence > @after order by sequence",
        row => new StoredEvent(row.GetInt32(0), Time(row.GetInt64(1)), EpisodeEvent.FromJson(row.GetString(2))),
        ("@id", id), ("@after", after));

    public static EpisodeSummary? Find(Statements statements, string id, DateTimeOffset now) =>
        statements.Query($"{Summary} where {Named}", Map, ("@now", now.UtcTicks), ("@id", id)).SingleOrDefault();

    public static List<EpisodeSummary> List(Statements statements, EpisodeQuery query, DateTimeOffset now)
    {
        var match = query.Text is null ? null : Match(query.Text);
        return match is { Length: 0 } ? [] : statements.Query(
            $"""
            {Summary} where run_id is @run and started_at < @before and policy <> '{Demonstration.Policy}' and (@owner is null or owner_id = @owner)
              {(match is null ? "" : "and number in (select rowid from episode_text where episode_text match @text)")}
            order by started_at desc, number desc limit @count
            """,
            Map, ("@now", now.UtcTicks), ("@run", query.RunId), ("@before", (query.Before ?? DateTimeOffset.MaxValue).UtcTicks), ("@count", query.Count), ("@owner", query.OwnerId), ("@text", match));
    }

    /// <summary>Looks for the page's key in what the owner's episodes have stored: that of a step, or of a reference that a follow-up began with.</summary>
    public static bool HasRead(Statements statements, string ownerId, string pageSha256) => pageSha256.Length == Sha256Digits && statements.Scalar(
        "select 1 from episode p join event e on e.episode = p.number where p.owner_id = @owner and instr(e.body, @quoted) > 0 limit 1",
        ("@owner", ownerId), ("@quoted", $"\"{pageSha256}\"")) is not null;

    /// <summary>Service episodes that nobody runs, resumed a number of times without progress.</summary>
    public static List<string> Left(Statements statements, int minResumes, int maxResumes, DateTimeOffset now) => statements.Query(
        """
        select id from episode where ended_at is null and hosted_by = 0 and (lease_owner is null or lease_until < @now)
          and resumes between @min and @max order by number
        """,
        row => row.GetString(0), ("@now", now.UtcTicks), ("@min", minResumes), ("@max", maxResumes));

    /// <summary>Each word, as the beginning of one that the question or the answer holds; in quotes, so that nothing of it is an operator.</summary>
    private static string Match(string text)
    {
        var words = new StringBuilder();
        var word = new StringBuilder();
        foreach (var rune in text.Append(' ').ToArray().AsSpan().EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark)
            {
                word.Append(rune);
            }
            else if (word.Length > 0)
            {
                words.Append('"').Append(word).Append("\"* ");
                word.Clear();
            }
        }
        return words.ToString();
    }

    private static EpisodeSummary Map(SqliteDataReader row)
    {
        var isEnded = !row.IsDBNull(5);
        return new EpisodeSummary(
            row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetInt64(4),
            isEnded ? EpisodePhase.Ended : row.GetBoolean(6) ? EpisodePhase.Running : EpisodePhase.Interrupted,
            Text(7) is { } outcome ? Enum.Parse<Outcome>(outcome.Replace("_", "", StringComparison.Ordinal), ignoreCase: true) : null,
            Text(8), row.GetInt32(9), row.GetInt32(10), Time(row.GetInt64(11)), isEnded ? Time(row.GetInt64(5)) : null, Text(12), Text(13), Text(14));

        string? Text(int column) => row.IsDBNull(column) ? null : row.GetString(column);
    }

    private static DateTimeOffset Time(long utcTicks) => new(utcTicks, TimeSpan.Zero);
}
