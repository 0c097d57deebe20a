using System.Globalization;
using System.Text;
using WebQA.Core.Feedback.Webhooks;

namespace WebQA.Feedback.Webhooks;

/// <summary>Sends what is due and keeps what came of it. Thread-safe.</summary>
/// <param name="store">What waits.</param>
/// <param name="client">Goes only where it may; follows no redirect.</param>
/// <param name="clock">Says when.</param>
public sealed class WebhookSender(IWebhookStore store, HttpClient client, TimeProvider clock)
{
    /// <summary>Deliveries looked at together, and sent at once.</summary>
    private const int Group = 20, AtOnce = 4;

    /// <summary>Longest wait for an answer.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Sends what is due now.</summary>
    /// <returns>How many were sent.</returns>
    public async Task<int> SendDueAsync(CancellationToken cancellationToken = default)
    {
        var due = store.Due(Group);
        await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (delivery, token) =>
        {
            var attempt = await AttemptAsync(delivery, token);
            var wait = attempt.IsDelivered ? null : WebhookBackOff.After(delivery.Attempts + 1);
            store.Record(delivery, attempt, wait is { } time ? clock.GetUtcNow() + time : null, WebhookBackOff.SwitchOffAt);
        });
        return due.Count;
    }

    /// <summary>Sends a message that says that it is a test, once.</summary>
    public async Task<WebhookAttempt> TestAsync(long webhook, CancellationToken cancellationToken = default)
    {
        var delivery = store.AddTest(webhook);
        var attempt = await AttemptAsync(delivery, cancellationToken);
        store.Record(delivery, attempt, nextAt: null, WebhookBackOff.SwitchOffAt);
        return attempt;
    }

    private async Task<WebhookAttempt> AttemptAsync(WebhookDelivery delivery, CancellationToken cancellationToken)
    {
        if (store.ReadSecret(delivery.Webhook) is not { } secret)
        {
            return new WebhookAttempt(false, "The secret cannot be read: the keys of this installation were changed. Remove the webhook and add it again.");
        }
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            using var request = Request(delivery, secret);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
            return new WebhookAttempt(response.IsSuccessStatusCode, string.Create(CultureInfo.InvariantCulture, $"It answered {(int)response.StatusCode}."));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new WebhookAttempt(false, string.Create(CultureInfo.InvariantCulture, $"It did not answer within {Patience.TotalSeconds:0} seconds."));
        }
#pragma warning disable CA1031 // Whatever a foreign address does, it is an attempt that failed, and the others go on.
        catch (Exception fault) when (fault is not OperationCanceledException)
#pragma warning restore CA1031
        {
            return new WebhookAttempt(false, (fault.InnerException ?? fault).Message);
        }
    }

    private HttpRequestMessage Request(WebhookDelivery delivery, string secret)
    {
        var timestamp = clock.GetUtcNow().ToUnixTimeSeconds();
        var request = new HttpRequestMessage(HttpMethod.Post, delivery.Url) { Content = new StringContent(delivery.Body, Encoding.UTF8, "application/json") };
        request.Headers.Add(WebhookSignature.IdHeader, delivery.MessageId);
        request.Headers.Add(WebhookSignature.EventHeader, delivery.Event);
        request.Headers.Add(WebhookSignature.TimestampHeader, timestamp.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add(WebhookSignature.SignatureHeader, WebhookSignature.Of(secret, timestamp, delivery.Body));
        return request;
    }
}
