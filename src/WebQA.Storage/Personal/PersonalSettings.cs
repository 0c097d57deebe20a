using WebQA.Storage.Connections;

namespace WebQA.Storage.Personal;

/// <summary>Settings in the database.</summary>
internal sealed class PersonalSettings(Database database) : IPersonalSettings
{
    public Task<string?> GetAsync(string? ownerId, string name, CancellationToken cancellationToken = default)
    {
        using var statements = new Statements(database.Open(Durability.Normal));
        return Task.FromResult(database.Guarded(() => (string?)statements.Scalar(
            "select value from setting where owner_id = @owner and name = @name", ("@owner", ownerId ?? string.Empty), ("@name", name))));
    }

    public Task SetAsync(string? ownerId, string name, string? value, CancellationToken cancellationToken = default)
    {
        PersonalWrite.Run(database, s => value is null
            ? s.Execute("delete from setting where owner_id = @owner and name = @name", ("@owner", ownerId ?? string.Empty), ("@name", name))
            : s.Execute(
                "insert into setting (owner_id, name, value) values (@owner, @name, @value) on conflict do update set value = excluded.value",
                ("@owner", ownerId ?? string.Empty), ("@name", name), ("@value", value)));
        return Task.CompletedTask;
    }
}
