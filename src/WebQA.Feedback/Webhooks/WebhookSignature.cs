using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace WebQA.Feedback.Webhooks;

/// <summary>By which a receiver knows that a message is ours and of now: HMAC-SHA256 over timestamp and body.</summary>
public static class WebhookSignature
{
    /// <summary>The message's id; the same at each attempt.</summary>
    public const string IdHeader = "WebQA-Webhook-Id";

    /// <summary>The event's name.</summary>
    public const string EventHeader = "WebQA-Webhook-Event";

    /// <summary>When it was sent, seconds of Unix time.</summary>
    public const string TimestampHeader = "WebQA-Webhook-Timestamp";

    /// <summary><c>v1=</c> and the signature.</summary>
    public const string SignatureHeader = "WebQA-Webhook-Signature";

    /// <summary>The signature of a message: <c>v1=</c> and, in lower-case hex, HMAC-SHA256 of <c>timestamp.body</c> (UTF-8) under the secret (UTF-8).</summary>
    public static string Of(string secret, long timestamp, string body) => "v1=" + Convert.ToHexStringLower(HMACSHA256.HashData(
        Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{timestamp}.{body}"))));
}
