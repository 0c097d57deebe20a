using System.Text;
using WebQA.Core.Browsing;
using WebQA.TestBrowser;
using WebQA.TextBrowser.Rendering;
using WebQA.TextBrowser.Tests.Rendering;

[assembly: AssemblyFixture(typeof(RendererFixture))]

namespace WebQA.TextBrowser.Tests.Rendering;

/// <summary>One host for the tests that render and do not care about the life of the browser.</summary>
public sealed class RendererFixture : IAsyncDisposable
{
    private readonly ChromiumFixture _chromium = new(); // an assembly fixture cannot be given another one; this one only looks for the browser
    private readonly ChromiumHost _host = new(new ChromiumOptions { RenderTimeout = TimeSpan.FromMinutes(2) });

    /// <summary>Connections that ended at the browser's proxy.</summary>
    public int RefusedConnections => _host.RefusedConnections;

    /// <summary>The renderer itself; skips the test where there is no browser.</summary>
    internal async Task<IPageRenderer> RendererAsync(bool allowUnsandboxed)
    {
        await _chromium.InstallationAsync();
        return new PageRenderer(_host, allowUnsandboxed);
    }

    internal async Task<PageSnapshot> RenderAsync(string url, IPageFetcher fetcher)
    {
        await _chromium.InstallationAsync();
        var outcome = await new PageRenderer(_host, allowUnsandboxed: true).RenderAsync(new Uri(url), fetcher);
        Assert.True(outcome is FetchOutcome.Fetched, $"{url} was not rendered: {(outcome as FetchOutcome.Failed)?.Message}");
        return Assert.IsType<FetchOutcome.Fetched>(outcome).Snapshot;
    }

    internal async Task<string> RenderAsync(string html)
    {
        var snapshot = await RenderAsync("https://page.example/", new PagesFetcher(("https://page.example/", html)));
        return Encoding.UTF8.GetString(snapshot.Bytes.Span);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _chromium.DisposeAsync();
    }
}
