using Microsoft.Data.Sqlite;
using WebQA.Storage.Connections;
using WebQA.Storage.Engines;
using WebQA.Storage.Personal;

namespace WebQA.Storage.Accounts;

/// <summary>Keys by which programs act for people. What a call has changed is on the disk when it returns. Thread-safe.</summary>
public sealed class ApiTokens(Database database, TimeProvider clock)
{
    /// <summary>How every token begins, so that one that was published by mistake is found.</summary>
    public const string Prefix = "webqa_";

    /// <summary>Longest name, in characters.</summary>
    public const int MaxName = 80;

    /// <summary>Most tokens of a person that hold at once.</summary>
    public const int MaxTokens = 50;

    private const string Columns = "number, owner_id, name, scopes, created_at, expires_at, last_used_at, revoked_at";

    /// <summary>Longest life of a token.</summary>
    public static TimeSpan LongestLife { get; } = TimeSpan.FromDays(366);

    /// <summary>How exactly the last use is kept.</summary>
    private static readonly TimeSpan UseGrain = TimeSpan.FromMinutes(1);

    /// <summary>Makes a token.</summary>
    /// <param name="ownerId">Whose.</param>
    /// <param name="by">The person's name, for the audit log.</param>
    /// <param name="name">What the person calls it.</param>
    /// <param name="scopes">What it may do, of <see cref="ApiScopes"/>.</param>
    /// <param name="life">How long it holds.</param>
    /// <returns>The token, and its key, which is shown now and never again.</returns>
    /// <exception cref="SettingRefusedException">A value cannot be used.</exception>
    public (ApiToken Token, string Key) Create(string ownerId, string? by, string name, IReadOnlyCollection<string> scopes, TimeSpan life)
    {
        var wanted = name.Trim();
        Demand(wanted.Length is > 0 and <= MaxName && !wanted.Any(char.IsControl), $"Give the token a name of 1 to {MaxName} characters, so that you know it again.");
        Demand(scopes.Count > 0, "Choose at least one thing that the token may do.");
        Demand(scopes.All(ApiScopes.All.Contains), $"There is no such scope. There is: {string.Join(", ", ApiScopes.All)}.");
        Demand(life > TimeSpan.Zero && life <= LongestLife, $"A token holds for at most {LongestLife.TotalDays:0} days.");
        var (key, now) = (SecretTokens.New(Prefix), clock.GetUtcNow());
        var ordered = ApiScopes.All.Where(scopes.Contains).ToList();
        var number = PersonalWrite.Run(database, statements =>
        {
            var alive = (long)statements.Scalar("select count(*) from api_token where owner_id = @owner and revoked_at is null and expires_at > @now", ("@owner", ownerId), ("@now", now.UtcTicks))!;
            Demand(alive < MaxTokens, $"You have {MaxTokens} tokens that hold. Revoke one that is no longer used.");
            AuditLog.Append(statements, now, by, $"account/{by}", $"token '{wanted}' made for {string.Join(", ", ordered)}");
            return (long)statements.Scalar(
                "insert into api_token (owner_id, name, hash, scopes, created_at, expires_at) values (@owner, @name, @hash, @scopes, @now, @until) returning number",
                ("@owner", ownerId), ("@name", wanted), ("@hash", SecretTokens.Hash(key)), ("@scopes", string.Join(' ', ordered)), ("@now", now.UtcTicks), ("@until", (now + life).UtcTicks))!;
        });
        return (new ApiToken(number, ownerId, wanted, ordered, now, now + life, null, null), key);
    }

    /// <summary>A person's tokens, the newest first, those that no longer hold too.</summary>
    public IReadOnlyList<ApiToken> Of(string ownerId) => Read(statements =>
        statements.Query($"select {Columns} from api_token where owner_id = @owner order by number desc", Map, ("@owner", ownerId)));

    /// <summary>The token of a key, where it holds; null otherwise.</summary>
    public ApiToken? Find(string key)
    {
        if (!key.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return null;
        }
        var now = clock.GetUtcNow();
        var found = Read(statements => statements.Query(
            $"select {Columns} from api_token where hash = @hash and revoked_at is null and expires_at > @now", Map, ("@hash", SecretTokens.Hash(key)), ("@now", now.UtcTicks))) is [var token] ? token : null;
        if (found is not null && (found.LastUsedAt is not { } last || now - last >= UseGrain))
        {
            PersonalWrite.Run(database, statements => statements.Execute("update api_token set last_used_at = @now where number = @number", ("@now", now.UtcTicks), ("@number", found.Number)));
        }
        return found;
    }

    /// <summary>Takes a token back, from this moment on.</summary>
    /// <returns>False where the person has no such token that holds.</returns>
    public bool Revoke(string ownerId, string? by, long number) => PersonalWrite.Run(database, statements =>
    {
        var name = (string?)statements.Scalar(
            "update api_token set revoked_at = @now where number = @number and owner_id = @owner and revoked_at is null returning name",
            ("@now", clock.GetUtcNow().UtcTicks), ("@number", number), ("@owner", ownerId));
        if (name is not null)
        {
            AuditLog.Append(statements, clock.GetUtcNow(), by, $"account/{by}", $"token '{name}' revoked");
        }
        return name is not null;
    });

    private T Read<T>(Func<Statements, T> read) => database.Guarded(() =>
    {
        using var statements = new Statements(database.Open(Durability.Normal));
        return read(statements);
    });

    private static ApiToken Map(SqliteDataReader row) => new(
        row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetString(3).Split(' '), Time(row.GetInt64(4)), Time(row.GetInt64(5)),
        row.IsDBNull(6) ? null : Time(row.GetInt64(6)), row.IsDBNull(7) ? null : Time(row.GetInt64(7)));

    private static DateTimeOffset Time(long ticks) => new(ticks, TimeSpan.Zero);

    private static void Demand(bool holds, string message)
    {
        if (!holds)
        {
            throw new SettingRefusedException(message);
        }
    }
}

/// <summary>A key by which a program acts for a person, without the key.</summary>
/// <param name="Number">Its place.</param>
/// <param name="OwnerId">Whose.</param>
/// <param name="Name">What the person calls it.</param>
/// <param name="Scopes">What it may do.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="ExpiresAt">When it ends.</param>
/// <param name="LastUsedAt">When it last served, to the minute; null for never.</param>
/// <param name="RevokedAt">When it was taken back; null while it holds.</param>
public sealed record ApiToken(
    long Number, string OwnerId, string Name, IReadOnlyList<string> Scopes, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, DateTimeOffset? LastUsedAt, DateTimeOffset? RevokedAt);
