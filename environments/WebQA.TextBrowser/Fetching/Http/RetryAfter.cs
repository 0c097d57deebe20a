namespace WebQA.TextBrowser.Fetching.Http;

/// <summary>The pause that a server asks for (RFC 9110 §10.2.3).</summary>
internal static class RetryAfter
{
    /// <summary>How long from now; null where it asks for none. A time that is past is no pause.</summary>
    public static TimeSpan? Of(HttpResponseMessage response, TimeProvider clock) => response.Headers.RetryAfter switch
    {
        { Delta: { } pause } => pause,
        { Date: { } until } => until - clock.GetUtcNow() is { Ticks: > 0 } left ? left : TimeSpan.Zero,
        _ => null,
    };
}
