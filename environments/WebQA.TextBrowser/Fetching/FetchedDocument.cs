using WebQA.Core.Browsing;

namespace WebQA.TextBrowser.Fetching;

/// <summary>Gives a page that was fetched already as it came, so that rendering it does not ask its site a second time; fetches all else.</summary>
/// <param name="document">The page.</param>
/// <param name="others">Fetches what the page asks for.</param>
internal sealed class FetchedDocument(PageSnapshot document, IPageFetcher others) : IPageFetcher
{
    public Task<FetchOutcome> FetchAsync(Uri url, CancellationToken cancellationToken = default) =>
        url == document.RequestedUrl ? Task.FromResult<FetchOutcome>(new FetchOutcome.Fetched(document)) : others.FetchAsync(url, cancellationToken);

    public bool IsPrivate(Uri url) => others.IsPrivate(url);
}
