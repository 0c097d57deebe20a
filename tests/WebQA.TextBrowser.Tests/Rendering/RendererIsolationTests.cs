using System.Net;
using System.Net.Sockets;
using System.Text;
using WebQA.Core.Browsing;

namespace WebQA.TextBrowser.Tests.Rendering;

public sealed class RendererIsolationTests(RendererFixture renderer)
{
    [Fact]
    public async Task No_request_of_a_hostile_page_reaches_the_network_and_only_GETs_reach_the_environment()
    {
        using var tcp = new TcpListener(IPAddress.Loopback, 0);
        using var udp = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        tcp.Start();
        var connection = tcp.AcceptTcpClientAsync();
        var datagram = udp.ReceiveAsync();
        var server = $"127.0.0.1:{((IPEndPoint)tcp.LocalEndpoint).Port}";
        var fetcher = new PagesFetcher((
            "https://hostile.example/",
            $$"""
            <link rel=preconnect href="http://{{server}}"><link rel=prefetch href="http://{{server}}/prefetch"><img src="http://{{server}}/image">
            <iframe src="http://{{server}}/frame"></iframe><video src="http://{{server}}/video"></video><p id=x>start</p>
            <style>@font-face{font-family:f;src:url(http://{{server}}/font)} p{font-family:f}</style>
            <form id=f method=post action="http://{{server}}/form" target=_blank></form>
            <script>
              const done = [];
              fetch('http://{{server}}/fetch', { mode: 'no-cors' }).catch(() => done.push('fetch'));
              fetch('https://hostile.example/post', { method: 'POST', body: 'x' }).catch(() => done.push('post'));
              navigator.sendBeacon('http://{{server}}/beacon', 'x');
              try { new WebSocket('ws://{{server}}/socket').onerror = () => done.push('socket'); } catch { }
              try { new EventSource('http://{{server}}/events'); } catch { }
              open('http://{{server}}/popup'); f.submit();
              navigator.serviceWorker && navigator.serviceWorker.register('/worker.js').catch(() => done.push('worker'));
              const rtc = new RTCPeerConnection({ iceServers: [{ urls: 'stun:127.0.0.1:{{((IPEndPoint)udp.Client.LocalEndPoint!).Port}}' }] });
              rtc.createDataChannel('x'); rtc.createOffer().then(o => rtc.setLocalDescription(o));
              // The page stays busy until both refusals have come, however slow the machine is.
              const tell = () => {
                const refused = ['fetch', 'post'].filter(n => done.includes(n));
                x.textContent = refused.length === 2 ? 'tried: ' + refused : 'waiting ' + performance.now();
                if (refused.length < 2) { setTimeout(tell, 20); }
              };
              tell();
            </script>
            """));

        var snapshot = await renderer.RenderAsync("https://hostile.example/", fetcher);
        await Task.Delay(500, TestContext.Current.CancellationToken);

        Assert.Contains("tried: fetch,post", Encoding.UTF8.GetString(snapshot.Bytes.Span), StringComparison.Ordinal);
        Assert.False(connection.IsCompleted, "A connection came through.");
        Assert.False(datagram.IsCompleted, "A datagram came through.");
        Assert.Equal(
            ["https://hostile.example/", $"http://{server}/fetch"],
            fetcher.Asked.Where(url => !url.EndsWith("/prefetch", StringComparison.Ordinal)));
        tcp.Stop();
    }

    [Fact]
    public async Task A_request_that_breaks_the_fetcher_is_refused_and_the_page_is_read_without_it()
    {
        var fetcher = new BreakingFetcher(new PagesFetcher((
            "https://page.example/", "<p id=x>waiting</p><script>fetch('/data').catch(() => { x.textContent = 'refused'; });</script>")));

        var snapshot = await renderer.RenderAsync("https://page.example/", fetcher);

        Assert.Contains("<p id=\"x\">refused</p>", Encoding.UTF8.GetString(snapshot.Bytes.Span), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scripts_and_data_come_from_the_environment_also_across_sites()
    {
        var fetcher = new PagesFetcher(
            ("https://page.example/", "<p id=x>before</p><script src='https://cdn.example/app.js'></script>"),
            ("https://cdn.example/app.js", "fetch('https://data.example/text').then(r => r.text()).then(t => { x.textContent = t; })"),
            ("https://data.example/text", "from the data"));

        var snapshot = await renderer.RenderAsync("https://page.example/", fetcher);

        Assert.Contains("<p id=\"x\">from the data</p>", Encoding.UTF8.GetString(snapshot.Bytes.Span), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_goes_on_to_another_address_is_read_there()
    {
        var fetcher = new PagesFetcher(
            ("https://page.example/", "<p>first</p><script>setTimeout(() => { location = '/next'; }, 50)</script>"),
            ("https://page.example/next", "<p>second</p>"));

        var snapshot = await renderer.RenderAsync("https://page.example/", fetcher);

        Assert.Equal("https://page.example/next", snapshot.FinalUrl.AbsoluteUri);
        Assert.Contains("second", Encoding.UTF8.GetString(snapshot.Bytes.Span), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_page_leaves_nothing_behind_for_the_next()
    {
        const string Page = "<p id=x></p><script>x.textContent = [document.cookie, localStorage.length].join('/'); document.cookie = 'a=b'; localStorage.a = 'b';</script>";
        await renderer.RenderAsync(Page);

        Assert.Contains("<p id=\"x\">/0</p>", await renderer.RenderAsync(Page), StringComparison.Ordinal);
    }

    private sealed class BreakingFetcher(PagesFetcher pages) : IPageFetcher
    {
        public Task<FetchOutcome> FetchAsync(Uri url, CancellationToken cancellationToken = default) =>
            url.AbsolutePath == "/data" ? throw new InvalidOperationException("Decoder ran into invalid data.") : pages.FetchAsync(url, cancellationToken);
    }
}
