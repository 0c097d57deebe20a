using System.Text.Json;
using WebQA.Core.Answers;
using WebQA.Core.Episodes;
using WebQA.Storage.Connections;

namespace WebQA.Storage.Episodes;

/// <summary>The statements that write episodes, each run inside a transaction of the <see cref="GroupWriter"/>.</summary>
internal static class EpisodeWrites
{
    private const string Held = "number = (select number from episode where id = @id and fence = @fence and lease_owner = @owner)";

    public static EpisodeLease Create(Statements statements, EpisodeSetup setup, string owner, HostedBy hostedBy, DateTimeOffset now, TimeSpan lease)
    {
        var number = statements.Scalar(
            """
            insert into episode (id, short_id, owner_id, question, environment, policy, seed, run_id, follow_up_of, started_at,
              steps, "references", events, hosted_by, lease_owner, lease_until, fence, control, resumes)
            values (@id, @short, @asker, @question, @environment, @policy, @seed, @run, @follows, @now, 0, @references, 1, @host, @owner, @until, 1, 0, 0)
            on conflict (id) do nothing
            returning number
            """,
            ("@id", setup.Id), ("@short", setup.Id[(setup.Id.LastIndexOf('.') + 1)..]), ("@asker", setup.OwnerId), ("@question", setup.Question.Text),
            ("@environment", setup.Environment), ("@policy", setup.Policy), ("@seed", setup.Seed), ("@run", setup.RunId), ("@follows", setup.FollowUpOf),
            ("@now", now.UtcTicks), ("@references", setup.InitialReferences.Count), ("@host", (int)hostedBy), ("@owner", owner), ("@until", (now + lease).UtcTicks));
        if (number is null)
        {
            throw new DuplicateEpisodeException(setup.Id);
        }
        statements.Execute(
            "insert into event (episode, sequence, at, body) values (@number, 0, @now, @body)",
            ("@number", number), ("@now", now.UtcTicks), ("@body", new EpisodeStarted(setup).ToJson()));
        statements.Execute(
            "insert into episode_text (rowid, question, answer) values (@number, @question, '')", ("@number", number), ("@question", setup.Question.Text));
        return new EpisodeLease(setup.Id, owner, 1);
    }

    /// <summary>The lease and the place are checked by the statement that stores, so nothing can come between.</summary>
    /// <param name="statements">Where to write.</param>
    /// <param name="lease">The right to.</param>
    /// <param name="sequence">The event's place.</param>
    /// <param name="episodeEvent">The event.</param>
    /// <param name="body">The event as JSON.</param>
    /// <param name="now">When it happened.</param>
    /// <param name="counts">Steps and references after it, where they do not follow from this event alone: undo and reset are without limit in demonstrations.</param>
    public static long Append(
        Statements statements, EpisodeLease lease, int sequence, EpisodeEvent episodeEvent, string body, DateTimeOffset now, (int Steps, int References)? counts = null)
    {
        var number = statements.Scalar(
            """
            insert into event (episode, sequence, at, body)
            select number, @sequence, @now, @body from episode
            where id = @id and fence = @fence and lease_owner = @owner and events = @sequence and ended_at is null
            returning episode
            """,
            ("@sequence", sequence), ("@now", now.UtcTicks), ("@body", body), ("@id", lease.EpisodeId), ("@fence", lease.Fence), ("@owner", lease.Owner));
        if (number is null)
        {
            throw new LeaseLostException(lease.EpisodeId);
        }
        if (counts is var (steps, references) && episodeEvent is not EpisodeEnded)
        {
            statements.Execute(
                """update episode set events = events + 1, resumes = 0, steps = @steps, "references" = @references where number = @number""",
                ("@steps", steps), ("@references", references), ("@number", number));
        }
        else
        {
            Follow(statements, (long)number, episodeEvent, now);
        }
        if (episodeEvent is AnswerComposed { Answer: Answer answer })
        {
            statements.Execute(
                "insert or replace into episode_text (rowid, question, answer) select number, question, @answer from episode where number = @number",
                ("@answer", answer.Text), ("@number", number));
        }
        return (long)number;
    }

    public static long? Claim(Statements statements, string id, string owner, DateTimeOffset now, TimeSpan lease) => (long?)statements.Scalar(
        """
        update episode set lease_owner = @owner, lease_until = @until, fence = fence + 1, resumes = resumes + 1
        where id = @id and ended_at is null and (lease_owner is null or lease_until < @now)
        returning fence
        """,
        ("@owner", owner), ("@until", (now + lease).UtcTicks), ("@id", id), ("@now", now.UtcTicks));

    public static long? Renew(Statements statements, EpisodeLease lease, DateTimeOffset until) => (long?)statements.Scalar(
        $"update episode set lease_until = @until where {Held} returning control",
        ("@until", until.UtcTicks), ("@id", lease.EpisodeId), ("@fence", lease.Fence), ("@owner", lease.Owner));

    public static int Release(Statements statements, EpisodeLease lease) => statements.Execute(
        // Given back in good order: the claim before it was no failed resume.
        $"update episode set lease_owner = null, lease_until = 0, resumes = max(0, resumes - 1) where {Held}",
        ("@id", lease.EpisodeId), ("@fence", lease.Fence), ("@owner", lease.Owner));

    public static int Request(Statements statements, string id, ControlRequest request) => statements.Execute(
        "update episode set control = max(control, @request) where id = @id and ended_at is null", ("@request", (int)request), ("@id", id));

    public static bool Delete(Statements statements, string id, DateTimeOffset now)
    {
        if (statements.Query("select number, ended_at is null and lease_owner is not null and lease_until >= @now from episode where id = @id",
            row => (Number: row.GetInt64(0), IsRunning: row.GetBoolean(1)), ("@now", now.UtcTicks), ("@id", id)) is not [var found])
        {
            return false;
        }
        if (found.IsRunning)
        {
            throw new InvalidOperationException($"Episode {id} is running. Stop it first, then delete it.");
        }
        statements.Execute("delete from event where episode = @number", ("@number", found.Number));
        statements.Execute("delete from episode_text where rowid = @number", ("@number", found.Number));
        return statements.Execute("delete from episode where number = @number", ("@number", found.Number)) == 1;
    }

    /// <summary>Has the episode's row follow an event.</summary>
    private static void Follow(Statements statements, long number, EpisodeEvent episodeEvent, DateTimeOffset now)
    {
        switch (episodeEvent)
        {
            case StepTaken step:
                statements.Execute(
                    """update episode set events = events + 1, resumes = 0, steps = @steps, "references" = "references" + @quotes where number = @number""",
                    ("@steps", step.Number), ("@quotes", step.QuoteStart is null ? 0 : 1), ("@number", number));
                break;
            case StepUndone:
                // The step that counts under its number is the last one stored with it.
                statements.Execute(
                    """
                    update episode set events = events + 1, steps = steps - 1, "references" = "references" - (
                      select json_extract(body, '$.quote_start') is not null from event
                      where event.episode = number and json_extract(body, '$.type') = 'step' and json_extract(body, '$.number') = steps
                      order by sequence desc limit 1)
                    where number = @number
                    """, ("@number", number));
                break;
            case EpisodeEnded ended:
                statements.Execute(
                    """
                    update episode set events = events + 1, resumes = 0, outcome = @outcome, reason = @reason, ended_at = @now,
                      lease_owner = null, lease_until = 0 where number = @number
                    """,
                    ("@outcome", JsonNamingPolicy.SnakeCaseLower.ConvertName(ended.Outcome.ToString())), ("@reason", ended.Reason), ("@now", now.UtcTicks), ("@number", number));
                break;
            default:
                statements.Execute("update episode set events = events + 1, resumes = 0 where number = @number", ("@number", number));
                break;
        }
    }
}
