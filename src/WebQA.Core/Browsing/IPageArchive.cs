namespace WebQA.Core.Browsing;

/// <summary>Keeps every page that an episode saw, by the SHA-256 of its content, so that it can always be shown again. Thread-safe.</summary>
public interface IPageArchive
{
    /// <summary>Stores a page, its plain text, and the bytes it was made of; durable when the task ends. Storing again is cheap.</summary>
    Task StoreAsync(TextPage page, PageSnapshot? snapshot, CancellationToken cancellationToken = default);

    /// <summary>The page with that key (<see cref="TextPage.PageSha256"/>), or null.</summary>
    Task<TextPage?> ReadPageAsync(string pageSha256, CancellationToken cancellationToken = default);

    /// <summary>The most recent page read from a URL on the web (not from an environment's folder) at or after a time, or null.</summary>
    Task<TextPage?> FindAsync(string requestedUrl, DateTimeOffset notBefore, CancellationToken cancellationToken = default);

    /// <summary>What a page was made of, as it came; null for results, errors, and what is not kept.</summary>
    Task<PageSnapshot?> ReadSnapshotAsync(TextPage page, CancellationToken cancellationToken = default);

    /// <summary>Any stored blob by its hash: bytes as fetched, a page document, or a plain text; null where there is none.</summary>
    Task<byte[]?> ReadBlobAsync(string sha256, CancellationToken cancellationToken = default);
}
