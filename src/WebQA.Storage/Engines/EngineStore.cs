using Microsoft.Data.Sqlite;
using WebQA.Storage.Accounts;
using WebQA.Storage.Connections;
using WebQA.Storage.Personal;

namespace WebQA.Storage.Engines;

/// <summary>Settings of engines in the database, their keys encrypted.</summary>
internal sealed class EngineStore(Database database, SecretBox secrets, TimeProvider clock) : IEngineStore
{
    private const string Select = "select endpoint, contact, protected_key, updated_at, updated_by from engine_setting where engine = @engine";

    public EngineSetting? Find(string engine) => Read(statements => Row(statements, engine)) is { } row ? Public(engine, row) : null;

    public string? ReadKey(string engine) =>
        Read(statements => Row(statements, engine)) is { ProtectedKey: { } box } ? secrets.Open(Purpose(engine), box) : null;

    public EngineSetting? Save(string engine, EngineChange change, string? by)
    {
        var wanted = change.Checked();
        // Closed before the transaction: making the first key of all writes files.
        var box = wanted.NewKey is null ? null : secrets.Close(Purpose(engine), wanted.NewKey);
        PersonalWrite.Run(database, statements => Save(statements, engine, wanted, box, by));
        return Find(engine);
    }

    private int Save(Statements statements, string engine, EngineChange wanted, byte[]? box, string? by)
    {
        var before = Row(statements, engine);
        if (before?.ProtectedKey is not null && box is null && !wanted.RemovesKey && Origin(before.Endpoint) != Origin(wanted.Endpoint))
        {
            throw new SettingRefusedException(
                $"The key was kept for {Place(before.Endpoint)}. Enter it again to send it to {Place(wanted.Endpoint)}, or remove it.");
        }
        var after = new Kept(wanted.Endpoint, wanted.Contact, wanted.RemovesKey ? null : box ?? before?.ProtectedKey, clock.GetUtcNow().UtcTicks, by);
        if (EngineAudit.Describe(before, after) is not { } changes)
        {
            return 0;
        }
        AuditLog.Append(statements, clock.GetUtcNow(), by, $"engine/{engine}", changes);
        return statements.Execute(
            "insert into engine_setting (engine, endpoint, contact, protected_key, updated_at, updated_by) values (@engine, @endpoint, @contact, @key, @at, @by) "
            + "on conflict do update set endpoint = excluded.endpoint, contact = excluded.contact, protected_key = excluded.protected_key, "
            + "updated_at = excluded.updated_at, updated_by = excluded.updated_by",
            ("@engine", engine), ("@endpoint", after.Endpoint), ("@contact", after.Contact), ("@key", after.ProtectedKey), ("@at", after.UpdatedAt), ("@by", by));
    }

    private EngineSetting Public(string engine, Kept row) => new(
        engine,
        row.Endpoint is null ? null : new Uri(row.Endpoint),
        row.Contact,
        row.ProtectedKey is not { } box ? KeyState.None : secrets.Open(Purpose(engine), box) is null ? KeyState.Unreadable : KeyState.Kept,
        new DateTimeOffset(row.UpdatedAt, TimeSpan.Zero),
        row.UpdatedBy);

    private T Read<T>(Func<Statements, T> read)
    {
        using var statements = new Statements(database.Open(Durability.Normal));
        return database.Guarded(() => read(statements));
    }

    private static Kept? Row(Statements statements, string engine) =>
        statements.Query(
            Select,
            row => new Kept(Text(row, 0), Text(row, 1), row.IsDBNull(2) ? null : row.GetFieldValue<byte[]>(2), row.GetInt64(3), Text(row, 4)),
            ("@engine", engine)) is [var found] ? found : null;

    private static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    /// <summary>Whoever may change settings cannot have a key that they never saw sent to a place of their own.</summary>
    private static string? Origin(string? endpoint) => endpoint is null ? null : new Uri(endpoint).GetLeftPart(UriPartial.Authority);

    private static string Place(string? endpoint) => Origin(endpoint) ?? "the engine's own address";

    /// <summary>A key opens for its own engine alone, also where somebody moves bytes between rows.</summary>
    private static string Purpose(string engine) => $"engine-key/{engine}";

    /// <summary>A row as it is kept.</summary>
    internal sealed record Kept(string? Endpoint, string? Contact, byte[]? ProtectedKey, long UpdatedAt, string? UpdatedBy);
}
