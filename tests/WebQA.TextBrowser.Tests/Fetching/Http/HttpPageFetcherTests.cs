using System.IO.Compression;
using System.Text;
using WebQA.Core.Browsing;
using WebQA.TextBrowser.Fetching.Guard;
using WebQA.TextBrowser.Fetching.Http;

namespace WebQA.TextBrowser.Tests.Fetching.Http;

public sealed class HttpPageFetcherTests
{
    private static HttpPageFetcher Fetcher(LoopbackServer server, HttpLimits? limits = null) =>
        HttpPageFetcher.Create(TimeProvider.System, new GuardOptions { PrivateOrigins = [server.Origin] }, limits);

    private static Task<FetchOutcome> FetchAsync(HttpPageFetcher fetcher, Uri url) => fetcher.FetchAsync(url, TestContext.Current.CancellationToken);

    [Fact]
    public async Task A_packed_page_comes_unpacked_with_its_type()
    {
        await using var server = new LoopbackServer("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Encoding: gzip", Packed(Encoding.UTF8.GetBytes("<p>Crows bring gifts.</p>")));
        using var fetcher = Fetcher(server);

        var page = Assert.IsType<FetchOutcome.Fetched>(await FetchAsync(fetcher, server.Url)).Snapshot;

        Assert.Equal("<p>Crows bring gifts.</p>", Encoding.UTF8.GetString(page.Bytes.Span));
        Assert.Equal(("text/html; charset=utf-8", server.Url), (page.ContentType, page.FinalUrl));
    }

    [Fact]
    public async Task A_small_body_that_unpacks_to_far_more_is_given_up()
    {
        await using var server = new LoopbackServer("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip", Packed(new byte[64 * 1024 * 1024]));
        using var fetcher = Fetcher(server);

        var failed = Assert.IsType<FetchOutcome.Failed>(await FetchAsync(fetcher, server.Url));

        Assert.Equal(new FetchOutcome.Failed("too_large", "The page is larger than 10 MiB, so it is not read."), failed);
    }

    [Fact]
    public async Task A_body_that_trickles_ends_with_its_time()
    {
        byte[][] parts = ["HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"u8.ToArray(), .. Enumerable.Repeat("<p>drip</p>"u8.ToArray(), 1_000)];
        await using var server = new LoopbackServer(TimeSpan.FromMilliseconds(50), parts);
        using var fetcher = Fetcher(server, new HttpLimits { Total = TimeSpan.FromSeconds(1) });

        var failed = Assert.IsType<FetchOutcome.Failed>(await FetchAsync(fetcher, server.Url));

        Assert.Equal(new FetchOutcome.Failed("timeout", "127.0.0.1 did not send the page within 1 seconds. Try it again, or go back and try another link."), failed);
    }

    [Theory]
    [InlineData("404 Not Found", "not_found", "127.0.0.1 has no such page (HTTP 404). Go back and try another link.")]
    [InlineData("403 Forbidden", "forbidden", "127.0.0.1 does not show this page to everybody (HTTP 403). Go back and try another link.")]
    [InlineData("429 Too Many Requests", "throttled", "127.0.0.1 asks for a pause (HTTP 429). Try another link first.")]
    [InlineData("503 Service Unavailable", "server_error", "127.0.0.1 has a fault of its own (HTTP 503). Try it again later, or try another link.")]
    public async Task A_page_that_is_refused_says_why(string status, string kind, string message)
    {
        await using var server = new LoopbackServer($"HTTP/1.1 {status}", []);
        using var fetcher = Fetcher(server);

        Assert.Equal(new FetchOutcome.Failed(kind, message), await FetchAsync(fetcher, server.Url));
    }

    [Fact]
    public async Task A_listed_private_origin_does_not_open_its_neighbours()
    {
        await using var listed = new LoopbackServer("HTTP/1.1 200 OK", []);
        await using var neighbour = new LoopbackServer("HTTP/1.1 200 OK", []);
        using var fetcher = Fetcher(listed);

        var failed = Assert.IsType<FetchOutcome.Failed>(await FetchAsync(fetcher, neighbour.Url));

        Assert.Equal("127.0.0.1 is not on the public web, so it is not opened. An operator can allow it under 'privateOrigins' of the environment.", failed.Message);
        Assert.True(HttpPageFetcher.IsRefusal(failed));
        Assert.Equal(0, neighbour.Connections);
    }

    [Fact]
    public async Task A_redirect_from_a_listed_origin_to_another_private_one_is_not_followed()
    {
        await using var neighbour = new LoopbackServer("HTTP/1.1 200 OK", []);
        await using var listed = new LoopbackServer($"HTTP/1.1 302 Found\r\nLocation: {neighbour.Url}", []);
        using var fetcher = Fetcher(listed);

        var failed = Assert.IsType<FetchOutcome.Failed>(await FetchAsync(fetcher, listed.Url));

        Assert.Equal(("blocked", 1, 0), (failed.Kind, listed.Connections, neighbour.Connections));
    }

    private static byte[] Packed(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            gzip.Write(bytes);
        }
        return packed.ToArray();
    }
}
