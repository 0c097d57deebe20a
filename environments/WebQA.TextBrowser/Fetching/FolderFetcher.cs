using System.Security.Cryptography;
using WebQA.Core.Browsing;

namespace WebQA.TextBrowser.Fetching;

/// <summary>Fetches pages from a folder by their URLs, without any network.</summary>
/// <param name="pages">The folder.</param>
/// <param name="maxBytes">Largest page in bytes.</param>
/// <param name="clock">Stamps the pages.</param>
public sealed class FolderFetcher(FolderPages pages, int maxBytes, TimeProvider clock) : IPageFetcher
{
    /// <inheritdoc/>
    public async Task<FetchOutcome> FetchAsync(Uri url, CancellationToken cancellationToken = default)
    {
        if (pages.Find(url) is not { } page)
        {
            return NotFound(url);
        }
        try
        {
            var length = new FileInfo(page.File).Length;
            if (length > maxBytes)
            {
                return new FetchOutcome.Failed("too_large", $"The page has {length} bytes; at most {maxBytes} are read.");
            }
            var bytes = await File.ReadAllBytesAsync(page.File, cancellationToken);
            if (page.Listed is { } listed && Convert.ToHexStringLower(SHA256.HashData(bytes)) != listed.Sha256)
            {
                return new FetchOutcome.Failed("unreadable", "The page's file was changed after the environment was made, so it is not shown. Make the environment again with 'webqa env create'.");
            }
            return new FetchOutcome.Fetched(new PageSnapshot(url, page.Url, page.ContentType, bytes, page.Listed?.At ?? clock.GetUtcNow()) { IsFromFolder = true });
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return NotFound(url);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new FetchOutcome.Failed("unreadable", $"The page is there but cannot be read ({e.Message}).");
        }
    }

    private FetchOutcome.Failed NotFound(Uri url) => pages.HasHost(url)
        ? new FetchOutcome.Failed("not_found", $"There is no page at this address on {url.IdnHost}. The link is dead; go back and try another one.")
        : new FetchOutcome.Failed("not_found", $"The site {url.IdnHost} is not part of this environment. Go back and try another link.");
}
