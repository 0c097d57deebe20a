namespace WebQA.Core.Browsing;

/// <summary>Gets the bytes of a page, within bounds of time and size. Thread-safe.</summary>
public interface IPageFetcher
{
    /// <summary>Fetches a URL, or says why it cannot.</summary>
    Task<FetchOutcome> FetchAsync(Uri url, CancellationToken cancellationToken = default);

    /// <summary>Whether an address is not of the public web and open only because an operator listed it: what other sites' pages must not reach.</summary>
    bool IsPrivate(Uri url) => false;
}

/// <summary>A page as fetched, or the reason why there is none.</summary>
public abstract record FetchOutcome
{
    private FetchOutcome()
    {
    }

    /// <summary>The page came.</summary>
    public sealed record Fetched(PageSnapshot Snapshot) : FetchOutcome;

    /// <summary>It did not; the message is for the reader of the page.</summary>
    /// <param name="Kind">For code: <c>not_found</c>, <c>timeout</c>, <c>blocked</c>, <c>too_large</c>, <c>needs_browser</c>, ...</param>
    /// <param name="Message">For a person: what happened and what can be done.</param>
    public sealed record Failed(string Kind, string Message) : FetchOutcome;
}

/// <summary>The bytes of a page and how they came.</summary>
/// <param name="RequestedUrl">What was asked for.</param>
/// <param name="FinalUrl">Where it was found, after redirects.</param>
/// <param name="ContentType">As the server said it, parameters included.</param>
/// <param name="Bytes">The body after decompression; of a rendered page the serialised DOM in UTF-8.</param>
/// <param name="FetchedAt">When.</param>
/// <param name="IsRendered">Whether Chromium made the bytes.</param>
public sealed record PageSnapshot(
    Uri RequestedUrl, Uri FinalUrl, string ContentType, ReadOnlyMemory<byte> Bytes, DateTimeOffset FetchedAt, bool IsRendered = false)
{
    /// <summary>What a reader should know of how the bytes came, for example that they are not all; a sentence, or null.</summary>
    public string? Note { get; init; }

    /// <summary>Whether an environment's own folder gave it, not the web: it says nothing of what the web has at that address now.</summary>
    public bool IsFromFolder { get; init; }

    /// <summary>What its links refer to, where that is not the place where it was found; null where it is.</summary>
    public Uri? BaseUrl { get; init; }
}

/// <summary>Turns bytes into text. The same bytes give the same text, always.</summary>
public interface IPageReader
{
    /// <summary>Reads a snapshot in one view; content that cannot be read becomes a page of kind <see cref="PageKind.Error"/>.</summary>
    /// <param name="snapshot">The bytes.</param>
    /// <param name="view">The view to show; null for the observation's rule (main, or all where main has too little).</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    Task<TextPage> ReadAsync(PageSnapshot snapshot, PageView? view = null, CancellationToken cancellationToken = default);
}
