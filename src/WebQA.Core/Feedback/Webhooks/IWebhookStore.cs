namespace WebQA.Core.Feedback.Webhooks;

/// <summary>Webhooks, and what is still to be sent to them. Events are put here by the transaction in which they happen, so that none is lost and none is sent of what was taken back. Thread-safe.</summary>
public interface IWebhookStore
{
    /// <summary>All of them, the oldest first.</summary>
    IReadOnlyList<Webhook> List();

    /// <summary>Adds one.</summary>
    /// <returns>The webhook and its secret, which is shown now and never again.</returns>
    (Webhook Webhook, string Secret) Add(Uri url, IReadOnlyCollection<string> events, string? by);

    /// <summary>Switches one on or off. What waits stays; switched on, the count of failures begins anew.</summary>
    void Switch(long number, bool isActive, string? by);

    /// <summary>Takes one away, with what waits for it.</summary>
    void Remove(long number, string? by);

    /// <summary>The secret that signs; null where it can no longer be read.</summary>
    string? ReadSecret(long number);

    /// <summary>What is to be sent now, the oldest first.</summary>
    IReadOnlyList<WebhookDelivery> Due(int count);

    /// <summary>A delivery that tests a webhook; whoever asked for it sends it, once.</summary>
    WebhookDelivery AddTest(long number);

    /// <summary>The latest deliveries of a webhook, the newest first.</summary>
    IReadOnlyList<WebhookDelivery> Latest(long number, int count = 20);

    /// <summary>Keeps what became of an attempt.</summary>
    /// <param name="delivery">What was sent.</param>
    /// <param name="attempt">What came of it.</param>
    /// <param name="nextAt">When to try again; null for no more.</param>
    /// <param name="switchOffAt">Failed attempts in a row that switch the webhook off.</param>
    void Record(WebhookDelivery delivery, WebhookAttempt attempt, DateTimeOffset? nextAt, int switchOffAt);
}

/// <summary>An address that is told of events.</summary>
/// <param name="Number">Its place.</param>
/// <param name="Url">Where events are posted.</param>
/// <param name="Events">Those it is told of.</param>
/// <param name="IsActive">Whether they are sent.</param>
/// <param name="Failures">Failed attempts in a row.</param>
/// <param name="Waiting">Deliveries that wait.</param>
public sealed record Webhook(long Number, Uri Url, IReadOnlyList<string> Events, bool IsActive, int Failures, int Waiting);

/// <summary>One event for one webhook.</summary>
/// <param name="Number">Its place.</param>
/// <param name="Webhook">The webhook.</param>
/// <param name="Url">Where it goes.</param>
/// <param name="MessageId">The same at each attempt, so that a receiver knows what it has.</param>
/// <param name="Event">What happened.</param>
/// <param name="Body">What is sent, JSON.</param>
/// <param name="CreatedAt">When it happened.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="NextAt">When it is tried next; null where it has ended.</param>
/// <param name="IsDelivered">Whether the receiver took it.</param>
/// <param name="Outcome">What the last attempt met.</param>
public sealed record WebhookDelivery(
    long Number, long Webhook, Uri Url, string MessageId, string Event, string Body, DateTimeOffset CreatedAt, int Attempts, DateTimeOffset? NextAt, bool IsDelivered, string? Outcome);

/// <summary>What came of sending.</summary>
/// <param name="IsDelivered">Whether the receiver took it.</param>
/// <param name="Outcome">What it answered, or why it was not reached.</param>
public sealed record WebhookAttempt(bool IsDelivered, string Outcome);
