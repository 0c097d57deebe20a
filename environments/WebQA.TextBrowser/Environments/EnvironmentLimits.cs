namespace WebQA.TextBrowser.Environments;

/// <summary>Bounds of searching and fetching in an environment.</summary>
public sealed record EnvironmentLimits
{
    /// <summary>Results of a search, 1 to 20. The default is 8.</summary>
    public int Results { get; init; } = 8;

    /// <summary>Longest wait for the bytes of a page, second tries included. The default is 20 seconds.</summary>
    public TimeSpan Fetch { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Longest wait for a connection to a site, the look-up of its name included. The default is 5 seconds.</summary>
    public TimeSpan Connect { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Longest wait for a site to begin its answer. The default is 10 seconds.</summary>
    public TimeSpan Headers { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Redirects that are followed, 0 to 20. The default is 5.</summary>
    public int Redirects { get; init; } = 5;

    /// <summary>Longest wait for a page that scripts build. The default is 30 seconds, a wait for the browser included.</summary>
    public TimeSpan Render { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Largest page in bytes, after decompression. The default is 10,485,760 (10 MiB).</summary>
    public int PageBytes { get; init; } = 10 * 1024 * 1024;

    /// <summary>How old a page of the real web may be to be taken from the archive. The default is 24 hours; zero asks the site again in every run.</summary>
    public TimeSpan ArchiveAge { get; init; } = TimeSpan.FromHours(24);
}
