using Microsoft.Data.Sqlite;
using WebQA.Core.Feedback.Webhooks;
using WebQA.Storage.Accounts;
using WebQA.Storage.Connections;
using WebQA.Storage.Engines;
using WebQA.Storage.Personal;

namespace WebQA.Storage.Webhooks;

/// <summary>Webhooks in the database, their secrets encrypted.</summary>
internal sealed class WebhookStore(Database database, SecretBox secrets, TimeProvider clock) : IWebhookStore
{
    private const string Prefix = "whsec_";

    private const string Delivery = "select d.number, d.webhook, w.url, d.message_id, d.event, d.body, d.created_at, d.attempts, d.next_at, d.is_delivered, d.outcome from webhook_delivery d join webhook w on w.number = d.webhook";

    /// <summary>How long the log remembers what has ended.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public IReadOnlyList<Webhook> List() => Read(static statements => statements.Query(
        "select w.number, w.url, w.events, w.is_active, w.failures, (select count(*) from webhook_delivery d where d.webhook = w.number and d.next_at is not null) from webhook w order by w.number",
        static row => new Webhook(row.GetInt64(0), new Uri(row.GetString(1)), row.GetString(2).Split(' ', StringSplitOptions.RemoveEmptyEntries), row.GetBoolean(3), row.GetInt32(4), row.GetInt32(5))));

    public (Webhook Webhook, string Secret) Add(Uri url, IReadOnlyCollection<string> events, string? by)
    {
        if (events.Count == 0 || !events.All(WebhookEvents.All.Contains))
        {
            throw new SettingRefusedException($"Choose at least one event of {string.Join(", ", WebhookEvents.All)}.");
        }
        var secret = SecretTokens.New(Prefix);
        var (ordered, box) = (WebhookEvents.All.Where(events.Contains).ToList(), secrets.Close(Purpose(url.ToString()), secret));
        var number = PersonalWrite.Run(database, statements =>
        {
            var added = (long)statements.Scalar(
                "insert into webhook (url, protected_secret, events, is_active, failures, created_at) values (@url, @secret, @events, 1, 0, @now) returning number",
                ("@url", url.ToString()), ("@secret", box), ("@events", $" {string.Join(' ', ordered)} "), ("@now", clock.GetUtcNow().UtcTicks))!;
            AuditLog.Append(statements, clock.GetUtcNow(), by, $"webhook/{added}", $"added for {Shown(url.ToString())}: {string.Join(", ", ordered)}");
            return added;
        });
        return (new Webhook(number, url, ordered, true, 0, 0), secret);
    }

    public void Switch(long number, bool isActive, string? by) => PersonalWrite.Run(database, statements =>
    {
        AuditLog.Append(statements, clock.GetUtcNow(), by, $"webhook/{number}", isActive ? "switched on" : "switched off");
        return statements.Execute("update webhook set is_active = @active, failures = 0 where number = @number", ("@active", isActive), ("@number", number));
    });

    public void Remove(long number, string? by) => PersonalWrite.Run(database, statements =>
    {
        AuditLog.Append(statements, clock.GetUtcNow(), by, $"webhook/{number}", "removed");
        statements.Execute("delete from webhook_delivery where webhook = @number", ("@number", number));
        return statements.Execute("delete from webhook where number = @number", ("@number", number));
    });

    public string? ReadSecret(long number) => Read(statements => statements.Query(
        "select url, protected_secret from webhook where number = @number", static row => (Url: row.GetString(0), Box: row.GetFieldValue<byte[]>(1)), ("@number", number))) is [var found]
        ? secrets.Open(Purpose(found.Url), found.Box)
        : null;

    public IReadOnlyList<WebhookDelivery> Due(int count) => Read(statements => statements.Query(
        $"{Delivery} where d.next_at is not null and d.next_at <= @now and w.is_active = 1 order by d.next_at, d.number limit @count", Map, ("@now", clock.GetUtcNow().UtcTicks), ("@count", count)));

    public WebhookDelivery AddTest(long number)
    {
        var (id, now) = (Guid.NewGuid().ToString("N"), clock.GetUtcNow());
        var added = PersonalWrite.Run(database, statements => (long?)statements.Scalar(
            "insert into webhook_delivery (webhook, message_id, event, body, created_at, attempts, is_delivered) select number, @id, @event, @body, @now, 0, 0 from webhook where number = @number returning number",
            ("@id", id), ("@event", WebhookEvents.Test), ("@body", WebhookOutbox.Body(id, now, WebhookEvents.Test, new { })), ("@now", now.UtcTicks), ("@number", number)));
        return added is null
            ? throw new SettingRefusedException("This webhook was removed.")
            : Read(statements => statements.Query($"{Delivery} where d.number = @number", Map, ("@number", added)))[0];
    }

    public IReadOnlyList<WebhookDelivery> Latest(long number, int count = 20) => Read(statements =>
        statements.Query($"{Delivery} where d.webhook = @number order by d.number desc limit @count", Map, ("@number", number), ("@count", count)));

    public void Record(WebhookDelivery delivery, WebhookAttempt attempt, DateTimeOffset? nextAt, int switchOffAt) => PersonalWrite.Run(database, statements =>
    {
        var now = clock.GetUtcNow();
        statements.Execute(
            "update webhook_delivery set attempts = attempts + 1, is_delivered = @delivered, outcome = @outcome, next_at = @next where number = @number",
            ("@delivered", attempt.IsDelivered), ("@outcome", attempt.Outcome), ("@next", nextAt?.UtcTicks), ("@number", delivery.Number));
        statements.Execute("update webhook set failures = iif(@delivered, 0, failures + 1) where number = @webhook", ("@delivered", attempt.IsDelivered), ("@webhook", delivery.Webhook));
        if (statements.Execute("update webhook set is_active = 0 where number = @webhook and is_active = 1 and failures >= @most", ("@webhook", delivery.Webhook), ("@most", switchOffAt)) == 1)
        {
            AuditLog.Append(statements, now, null, $"webhook/{delivery.Webhook}", $"switched off after {switchOffAt} failed attempts in a row");
        }
        return statements.Execute("delete from webhook_delivery where next_at is null and created_at < @old", ("@old", (now - Kept).UtcTicks));
    });

    private T Read<T>(Func<Statements, T> read) => database.Guarded(() =>
    {
        using var statements = new Statements(database.Open(Durability.Normal));
        return read(statements);
    });

    private static WebhookDelivery Map(SqliteDataReader row) => new(
        row.GetInt64(0), row.GetInt64(1), new Uri(row.GetString(2)), row.GetString(3), row.GetString(4), row.GetString(5), Time(row.GetInt64(6)), row.GetInt32(7),
        row.IsDBNull(8) ? null : Time(row.GetInt64(8)), row.GetBoolean(9), row.IsDBNull(10) ? null : row.GetString(10));

    private static DateTimeOffset Time(long ticks) => new(ticks, TimeSpan.Zero);

    /// <summary>A secret opens for its own address alone.</summary>
    private static string Purpose(string url) => $"webhook/{url}";

    /// <summary>Without its query, where some receivers want a key.</summary>
    private static string Shown(string url) => new Uri(url).GetLeftPart(UriPartial.Path);
}
