using WebQA.Storage.Connections;
using WebQA.Storage.Feedback;

namespace WebQA.Storage.Webhooks;

/// <summary>Puts an event in for every webhook that wants it, within the transaction in which it happens. Ids and numbers alone: texts are read over the API by whoever may.</summary>
internal static class WebhookOutbox
{
    public static int Add(Statements statements, DateTimeOffset now, string name, object data)
    {
        var id = Guid.NewGuid().ToString("N");
        return statements.Execute(
            """
            insert into webhook_delivery (webhook, message_id, event, body, created_at, next_at, attempts, is_delivered)
            select number, @id, @event, @body, @now, @now, 0, 0 from webhook where is_active = 1 and instr(events, @word) > 0
            """,
            ("@id", id), ("@event", name), ("@body", Body(id, now, name, data)), ("@now", now.UtcTicks), ("@word", $" {name} "));
    }

    public static string Body(string id, DateTimeOffset now, string name, object data) => FeedbackJson.Write(new Message(id, name, now, data));

    private sealed record Message(string Id, string Event, DateTimeOffset At, object Data);
}
