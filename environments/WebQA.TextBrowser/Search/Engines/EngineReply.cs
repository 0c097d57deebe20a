using System.Net;
using System.Text;

namespace WebQA.TextBrowser.Search.Engines;

/// <summary>What an engine sent back, whole and within its bounds.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="ContentType">As it was sent, or empty.</param>
/// <param name="Body">Decompressed.</param>
public sealed record EngineReply(HttpStatusCode Status, string ContentType, ReadOnlyMemory<byte> Body)
{
    /// <summary>How long it asks to be left alone; null where it did not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether it is a page for people, whatever was asked for.</summary>
    public bool IsHtml => ContentType.StartsWith("text/html", StringComparison.OrdinalIgnoreCase)
        || Body.Span.TrimStart(" \t\r\n"u8).StartsWith("<!"u8) || Body.Span.TrimStart(" \t\r\n"u8).StartsWith("<html"u8);

    /// <summary>The body as UTF-8 text.</summary>
    public string Text => Encoding.UTF8.GetString(Body.Span);
}
