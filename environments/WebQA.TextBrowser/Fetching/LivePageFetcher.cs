using WebQA.Core.Browsing;

namespace WebQA.TextBrowser.Fetching;

/// <summary>Fetches the pages of an environment's folder from there, and all others from the real web.</summary>
/// <param name="pages">The folder.</param>
/// <param name="folder">Reads its pages.</param>
/// <param name="web">Asks the sites, through the guard.</param>
public sealed class LivePageFetcher(FolderPages pages, IPageFetcher folder, IPageFetcher web) : IPageFetcher
{
    /// <inheritdoc/>
    public Task<FetchOutcome> FetchAsync(Uri url, CancellationToken cancellationToken = default) =>
        (pages.Find(url) is null ? web : folder).FetchAsync(url, cancellationToken);

    /// <inheritdoc/>
    public bool IsPrivate(Uri url) => pages.Find(url) is null && web.IsPrivate(url);
}
