namespace WebQA.TextBrowser.Fetching.Http;

/// <summary>Bounds of one page over HTTP.</summary>
public sealed record HttpLimits
{
    /// <summary>Redirects that are followed.</summary>
    public int Redirects { get; init; } = 5;

    /// <summary>Longest body, in bytes, both as sent and after decompression.</summary>
    public int Bytes { get; init; } = 10 * 1024 * 1024;

    /// <summary>Longest wait for the headers of one hop.</summary>
    public TimeSpan Headers { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Longest time for all, from the first connection to the last byte.</summary>
    public TimeSpan Total { get; init; } = TimeSpan.FromSeconds(20);
}
