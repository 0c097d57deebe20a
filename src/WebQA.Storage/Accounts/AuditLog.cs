using WebQA.Storage.Connections;
using WebQA.Storage.Personal;

namespace WebQA.Storage.Accounts;

/// <summary>What was changed, by whom and when: an append-only list. Thread-safe.</summary>
public sealed class AuditLog(Database database, TimeProvider clock)
{
    /// <summary>Appends a change; on the disk when it returns.</summary>
    /// <param name="by">Who; null without sign-in.</param>
    /// <param name="subject">What was changed, for example <c>account/ann</c>.</param>
    /// <param name="change">How, in words, without any secret.</param>
    /// <exception cref="StorageException">It could not be stored.</exception>
    public void Append(string? by, string subject, string change) =>
        PersonalWrite.Run(database, statements => Append(statements, clock.GetUtcNow(), by, subject, change));

    /// <summary>The latest changes of a subject, newest first.</summary>
    public IReadOnlyList<AuditEntry> Of(string subject, int limit = 50) => database.Guarded(() =>
    {
        using var statements = new Statements(database.Open(Durability.Normal));
        return statements.Query(
            "select at, by, subject, change from audit where subject = @subject order by number desc limit @limit",
            row => new AuditEntry(new DateTimeOffset(row.GetInt64(0), TimeSpan.Zero), row.IsDBNull(1) ? null : row.GetString(1), row.GetString(2), row.GetString(3)),
            ("@subject", subject), ("@limit", limit));
    });

    /// <summary>Appends within a transaction that makes the change itself.</summary>
    internal static int Append(Statements statements, DateTimeOffset at, string? by, string subject, string change) => statements.Execute(
        "insert into audit (at, by, subject, change) values (@at, @by, @subject, @change)",
        ("@at", at.UtcTicks), ("@by", by), ("@subject", subject), ("@change", change));
}

/// <summary>One change.</summary>
/// <param name="At">When.</param>
/// <param name="By">Who; null without sign-in.</param>
/// <param name="Subject">What was changed.</param>
/// <param name="Change">How, in words.</param>
public sealed record AuditEntry(DateTimeOffset At, string? By, string Subject, string Change);
