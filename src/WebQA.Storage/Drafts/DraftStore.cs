using WebQA.Core.Feedback;
using WebQA.Storage.Connections;

namespace WebQA.Storage.Drafts;

/// <summary>Drafts in the database.</summary>
internal sealed class DraftStore(Database database, PersonalWriter writer, TimeProvider clock) : IDraftStore
{
    public Task<Draft?> FindAsync(string personId, DraftKey key, CancellationToken cancellationToken = default)
    {
        using var statements = new Statements(database.Open(Durability.Normal));
        return Task.FromResult(database.Guarded(() => Find(statements, personId, key)));
    }

    public Task<DraftOutcome> SaveAsync(string personId, DraftKey key, DraftChange change, CancellationToken cancellationToken = default)
    {
        DraftRules.Check(personId, key, change);
        return writer.WriteAsync(statements => Save(statements, personId, key, change), cancellationToken);
    }

    public Task DeleteAsync(string personId, DraftKey key, CancellationToken cancellationToken = default) =>
        writer.WriteAsync(statements => Delete(statements, personId, key), cancellationToken);

    /// <summary>Deletes within a transaction that finishes the work.</summary>
    internal static int Delete(Statements statements, string personId, DraftKey key) => statements.Execute(
        "delete from draft where owner_id = @owner and kind = @kind and subject_id = @subject", ("@owner", personId), ("@kind", key.Kind), ("@subject", key.SubjectId));

    private DraftOutcome Save(Statements statements, string personId, DraftKey key, DraftChange change)
    {
        var kept = Find(statements, personId, key);
        if (kept is null && change.BasedOn > 0)
        {
            throw new FeedbackRefusedException(FeedbackRefusal.Ended, "This draft was finished or deleted, perhaps in another tab. Nothing was saved; open the work again to begin anew.");
        }
        var isOwn = kept?.Client == change.Client;
        if (isOwn && change.ClientSequence <= kept!.ClientSequence)
        {
            return new DraftOutcome(kept, IsSaved: true); // Sent twice, or overtaken by a later change of the same tab.
        }
        // A tab follows its own last change even where the answer to that was lost and it does not know its version.
        if (kept is not null && !isOwn && kept.Version != change.BasedOn)
        {
            return new DraftOutcome(kept, IsSaved: false);
        }
        var saved = new Draft((kept?.Version ?? 0) + 1, change.Client, change.ClientSequence, change.Body, clock.GetUtcNow());
        statements.Execute(
            "insert or replace into draft (owner_id, kind, subject_id, version, client, client_sequence, body, saved_at) values (@owner, @kind, @subject, @version, @client, @sequence, @body, @at)",
            ("@owner", personId), ("@kind", key.Kind), ("@subject", key.SubjectId), ("@version", saved.Version), ("@client", saved.Client),
            ("@sequence", saved.ClientSequence), ("@body", saved.Body), ("@at", saved.SavedAt.UtcTicks));
        return new DraftOutcome(saved, IsSaved: true);
    }

    private static Draft? Find(Statements statements, string personId, DraftKey key) => statements.Query(
        "select version, client, client_sequence, body, saved_at from draft where owner_id = @owner and kind = @kind and subject_id = @subject",
        static row => new Draft(row.GetInt64(0), row.GetString(1), row.GetInt64(2), row.GetString(3), new DateTimeOffset(row.GetInt64(4), TimeSpan.Zero)),
        ("@owner", personId), ("@kind", key.Kind), ("@subject", key.SubjectId)) is [var found] ? found : null;
}
