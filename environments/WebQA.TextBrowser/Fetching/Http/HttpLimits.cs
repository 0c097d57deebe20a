namespace WebQA.TextBrowser.Fetching.Http;

/// <summary>Bounds of one page over HTTP.</summary>
public sealed record HttpLimits
{
    /// <summary>Redirects that are followed.</summary>
    public int Redirects { get; init; } = 5;

    /// <summary>Longest body, in bytes, after decompression.</summary>
    public int Bytes { get; init; } = 10 * 1024 * 1024;

    /// <summary>Longest wait for the headers of one hop.</summary>
    public TimeSpan Headers { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Longest time for all, from the first connection to the last byte, second tries and the waits before them included.</summary>
    public TimeSpan Total { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How often a hop is tried again after a fault that may pass by itself.</summary>
    public int Retries { get; init; } = 2;

    /// <summary>Wait before the first second try, more or less by half; twice as long before the next.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromMilliseconds(300);

    /// <summary>Longest pause that a site asks for and that is waited for; a longer one is reported at once.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromSeconds(30);
}
