using System.Runtime.CompilerServices;
using System.Text;

namespace WebQA.TextBrowser.Tests.Rendering;

/// <summary>A real Chromium, a page that tries to leave it, and a real socket on this machine that must not be reached.</summary>
public sealed class WaysOutTests(RendererFixture renderer)
{
    private static readonly string[] Ways =
    [
        "fetch", "redirect", "rebinding", "post", "keepalive", "xhr", "beacon", "websocket", "websocket of a name", "eventsource", "webtransport", "webrtc", "worker",
        "worker fetch", "worker socket", "shared worker", "service worker", "worklet", "dynamic import", "popup", "popup by redirect", "form", "form in a popup",
        "download", "ping", "late preconnect", "file", "frame of a file",
    ];

    /// <summary>Some ways are open to secure pages only, some (mixed content) to others only.</summary>
    [Theory]
    [InlineData("https")]
    [InlineData("http")]
    public async Task No_way_out_of_a_page_reaches_this_machine(string scheme)
    {
        using var target = new PrivateTarget();
        using var site = Site(target).File("/", "text/html", Page("ways-out.html", target));

        var text = await ReadAsync(site, scheme);
        await Task.Delay(1_000, TestContext.Current.CancellationToken);

        Assert.Contains($"tried: {string.Join(", ", Ways)}<", text, StringComparison.Ordinal);
        Assert.Contains("rebind.example", site.Resolved); // it got as far as the guard
        Assert.Equal((0, 0, 0), (site.Dials, target.Connections, target.Datagrams));
        Assert.All(site.Requests, r => Assert.Equal(HttpMethod.Get, r.Method));
        Assert.DoesNotContain("root:", text, StringComparison.Ordinal);
        Assert.True(renderer.RefusedConnections > 0, "Nothing came as far as the proxy, so this browser may have other ways.");
        TestContext.Current.TestOutputHelper?.WriteLine($"{renderer.RefusedConnections} connections ended at the proxy.");
    }

    [Theory]
    [InlineData("<meta http-equiv=refresh content='0;url=http://TARGET/'>")]
    [InlineData("<script>location = 'http://TARGET/'</script>")]
    [InlineData("<script>location = '/redirect'</script>")]
    [InlineData("<script>location = 'http://rebind.example/'</script>")]
    [InlineData("<form id=f method=post action='http://TARGET/'></form><script>f.submit()</script>")]
    [InlineData("<script>history.pushState(null, '', '/x'); location = 'http://TARGET/'; open('http://TARGET/')</script>")]
    public async Task A_page_that_goes_on_to_this_machine_is_read_where_it_stands(string way)
    {
        using var target = new PrivateTarget();
        using var site = Site(target).File("/", "text/html", $"<!DOCTYPE html><p>The text of the page.</p>{way.Replace("TARGET", target.Host, StringComparison.Ordinal)}");

        var text = await ReadAsync(site);

        Assert.Contains("The text of the page.", text, StringComparison.Ordinal);
        Assert.Equal((0, 0, 0), (site.Dials, target.Connections, target.Datagrams));
    }

    private static GuardedSite Site(PrivateTarget target) => new GuardedSite()
        .Redirect("/redirect", $"http://{target.Host}/redirected")
        .File("/imports.css", "text/css", $"@import url(http://{target.Host}/imported.css); @import url(/redirect);")
        .File("/service.js", "text/javascript", $"fetch('http://{target.Host}/service', {{ mode: 'no-cors' }}); onfetch = e => e.respondWith(fetch('http://{target.Host}/service'));");

    private static string Page(string name, PrivateTarget target, [CallerFilePath] string thisFile = "") =>
        File.ReadAllText(Path.Combine(Path.GetDirectoryName(thisFile)!, name))
            .Replace("TARGET", target.Host, StringComparison.Ordinal).Replace("PORT", $"{target.Port}", StringComparison.Ordinal);

    private async Task<string> ReadAsync(GuardedSite site, string scheme = "https")
    {
        var snapshot = await renderer.RenderAsync($"{scheme}://{GuardedSite.Host}/", site.Fetcher);
        return Encoding.UTF8.GetString(snapshot.Bytes.Span);
    }
}
