using System.Collections.Concurrent;
using System.Text;
using WebQA.Core.Browsing;
using WebQA.TestBrowser;

namespace WebQA.TextBrowser.Tests.Rendering;

/// <summary>Gives the pages of the mini web from its folder.</summary>
internal sealed class MiniWebFetcher : IPageFetcher
{
    public Task<FetchOutcome> FetchAsync(Uri url, CancellationToken cancellationToken = default)
    {
        var path = SharedData.OfMiniWeb($"web/{url.Host}{url.AbsolutePath}.html");
        return Task.FromResult(File.Exists(path) ? PagesFetcher.Html(url, File.ReadAllText(path)) : new FetchOutcome.Failed("not_found", "There is no such page."));
    }
}

/// <summary>Gives pages written in a test, and remembers what was asked for.</summary>
internal sealed class PagesFetcher(params (string Url, string Html)[] pages) : IPageFetcher
{
    public static readonly DateTimeOffset Noon = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);

    public ConcurrentQueue<string> Asked { get; } = new();

    public static FetchOutcome Html(Uri url, string html) =>
        new FetchOutcome.Fetched(new PageSnapshot(url, url, "text/html; charset=utf-8", Encoding.UTF8.GetBytes(html), Noon));

    public Task<FetchOutcome> FetchAsync(Uri url, CancellationToken cancellationToken = default)
    {
        Asked.Enqueue(url.AbsoluteUri);
        var page = pages.FirstOrDefault(page => page.Url == url.AbsoluteUri);
        return Task.FromResult(page.Html is { } html ? Html(url, html) : new FetchOutcome.Failed("not_found", "There is no such page."));
    }
}
