using System.Collections.Concurrent;
using WebQA.Core.Browsing;
using WebQA.Core.Caching;
using WebQA.TextBrowser.Fetching;

namespace WebQA.TextBrowser.Environments;

/// <summary>Pages that all episodes of a process share: what was asked for once is pinned, for ever or for a time, so that within a run nothing changes and nothing is fetched twice.</summary>
/// <remarks>A page is in the archive before anyone gets it. Callers that ask for the same page at the same time wait for one fetch.</remarks>
/// <param name="archive">Keeps the pages.</param>
/// <param name="clock">Tells the age of a pin.</param>
internal sealed class SharedPages(IPageArchive archive, TimeProvider clock)
{
    private const int MaxPins = 100_000;

    /// <summary>Memory for pages, in bytes, roughly.</summary>
    private const long MaxPageBytes = 128L << 20;

    /// <summary>A page in use keeps its text, plain text, normal form with two offsets a character, and wrapped lines.</summary>
    private const int BytesPerCharacter = 20;

    private readonly BoundedCache<string, Pin> _pins = new(MaxPins);
    private readonly BoundedCache<string, TextPage> _pages = new(MaxPageBytes, static p => 4_096 + (long)BytesPerCharacter * p.Text.Length);
    private readonly ConcurrentDictionary<string, Lazy<Task<TextPage>>> _inFlight = new(StringComparer.Ordinal);

    /// <param name="PageSha256">The page.</param>
    /// <param name="Since">When it was so.</param>
    private readonly record struct Pin(string PageSha256, DateTimeOffset Since);

    /// <summary>The page that is pinned under a key, or the one that <paramref name="open"/> gets now.</summary>
    /// <param name="key">What is asked for.</param>
    /// <param name="age">How old a pin may be; null where what is asked for never changes.</param>
    /// <param name="open">Gets it.</param>
    /// <param name="cancellationToken">Ends the wait, not the fetch.</param>
    public async Task<TextPage> GetAsync(string key, TimeSpan? age, Func<Task<OpenedPage>> open, CancellationToken cancellationToken)
    {
        if (_pins.TryGet(key, out var pin) && (age is null || clock.GetUtcNow() - pin.Since < age) && await FindAsync(pin.PageSha256, cancellationToken) is { } pinned)
        {
            return pinned;
        }
        var opening = _inFlight.GetOrAdd(key, k => new Lazy<Task<TextPage>>(() => OpenAsync(k, open)));
        return await opening.Value.WaitAsync(cancellationToken);
    }

    /// <summary>A stored page by its key, or null.</summary>
    public async Task<TextPage?> FindAsync(string pageSha256, CancellationToken cancellationToken)
    {
        if (_pages.TryGet(pageSha256, out var page))
        {
            return page;
        }
        page = await archive.ReadPageAsync(pageSha256, cancellationToken);
        if (page is not null)
        {
            _pages.Set(pageSha256, page);
        }
        return page;
    }

    /// <summary>Goes on when one of its callers gives up: others may wait for it, and its own limits end it.</summary>
    private async Task<TextPage> OpenAsync(string key, Func<Task<OpenedPage>> open)
    {
        try
        {
            var opened = await open();
            await archive.StoreAsync(opened.Page, opened.Snapshot, CancellationToken.None);
            _pages.Set(opened.Page.PageSha256, opened.Page);
            if (opened.IsLasting)
            {
                // A page without its bytes comes from the archive, and is as old as it is there, or was made just now.
                _pins.Set(key, new Pin(opened.Page.PageSha256, opened.Snapshot is null ? opened.Page.FetchedAt : clock.GetUtcNow()));
            }
            return opened.Page;
        }
        finally
        {
            _inFlight.TryRemove(key, out _);
        }
    }
}
