using WebQA.Storage.Connections;
using WebQA.Storage.Personal;

namespace WebQA.Storage.Accounts;

/// <summary>Links by which a person sets a password once, in place of letters that an installation without a mail server cannot send. Thread-safe.</summary>
internal sealed class OneTimeLinks(Database database, TimeProvider clock)
{
    /// <summary>Makes one; an older one of the same person no longer works.</summary>
    public string Create(string personId, string? by, string subject, string change, TimeSpan life)
    {
        var token = SecretTokens.New(string.Empty);
        PersonalWrite.Run(database, statements =>
        {
            AuditLog.Append(statements, clock.GetUtcNow(), by, subject, change);
            return statements.Execute(
                "insert or replace into one_time_link (person_id, hash, expires_at) values (@person, @hash, @until)",
                ("@person", personId), ("@hash", SecretTokens.Hash(token)), ("@until", (clock.GetUtcNow() + life).UtcTicks));
        });
        return token;
    }

    /// <summary>Whose link it is, while it works.</summary>
    public string? Find(string token) => database.Guarded(() =>
    {
        using var statements = new Statements(database.Open(Durability.Normal));
        return (string?)statements.Scalar("select person_id from one_time_link where hash = @hash and expires_at > @now", ("@hash", SecretTokens.Hash(token)), ("@now", clock.GetUtcNow().UtcTicks));
    });

    /// <summary>Uses it up. False where somebody was faster.</summary>
    public bool Use(string token) => PersonalWrite.Run(database, statements =>
        statements.Execute("delete from one_time_link where hash = @hash and expires_at > @now", ("@hash", SecretTokens.Hash(token)), ("@now", clock.GetUtcNow().UtcTicks)) == 1);

    /// <summary>Those of a person end.</summary>
    public void Drop(string personId) => PersonalWrite.Run(database, statements => statements.Execute("delete from one_time_link where person_id = @person", ("@person", personId)));
}
