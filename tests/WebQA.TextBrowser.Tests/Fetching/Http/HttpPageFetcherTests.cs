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

        Assert.Equal(new FetchOutcome.Failed("decompression_bomb", "The page is packed so that it unpacks to far more than any page has, so it is not read."), failed);
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    [InlineData("deflate")]
    public async Task A_body_that_is_not_packed_as_its_site_says_is_a_fault(string coding)
    {
        await using var server = new LoopbackServer($"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: {coding}", Broken());
        using var fetcher = Fetcher(server);

        var failed = Assert.IsType<FetchOutcome.Failed>(await FetchAsync(fetcher, server.Url));

        Assert.Equal(new FetchOutcome.Failed("bad_coding", "The page is not packed as its site says, so it cannot be unpacked."), failed);
    }

    [Fact]
    public async Task What_could_be_unpacked_before_the_packing_breaks_is_kept_with_a_note()
    {
        var text = string.Concat(Enumerable.Repeat("Crows bring gifts. ", 10_000));
        var packed = new byte[text.Length];
        using var brotli = new BrotliEncoder(quality: 5, window: 10); // a small window, as what is still in the window is lost when the packing breaks
        brotli.Compress(Encoding.UTF8.GetBytes(text), packed, out _, out var length, isFinalBlock: false);
        brotli.Flush(packed.AsSpan(length), out var rest);
        await using var server = new LoopbackServer("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: br", [.. packed[..(length + rest)], .. Broken()]);
        using var fetcher = Fetcher(server);

        var page = Assert.IsType<FetchOutcome.Fetched>(await FetchAsync(fetcher, server.Url)).Snapshot;

        Assert.Equal("The page was cut here: its site stopped before it had sent all of it.", page.Note);
        Assert.InRange(page.Bytes.Length, 1, text.Length);
        Assert.StartsWith(Encoding.UTF8.GetString(page.Bytes.Span), text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(60, "The page was cut here: only its first 10 bytes are read.")]
    [InlineData(10, "The page was cut here: its site stopped before it had sent all of it.")]
    public async Task A_body_that_is_too_long_or_ends_early_is_a_page_with_a_note(int sent, string note)
    {
        await using var server = new LoopbackServer(
            TimeSpan.Zero, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 60\r\n\r\n"u8.ToArray(), Encoding.ASCII.GetBytes(new string('a', sent)));
        using var fetcher = Fetcher(server, new HttpLimits { Bytes = sent == 60 ? 10 : 100 });

        var page = Assert.IsType<FetchOutcome.Fetched>(await FetchAsync(fetcher, server.Url)).Snapshot;

        Assert.Equal(("aaaaaaaaaa", note), (Encoding.ASCII.GetString(page.Bytes.Span), page.Note));
    }

    [Fact]
    public async Task A_picture_is_not_downloaded()
    {
        await using var server = new LoopbackServer("HTTP/1.1 200 OK\r\nContent-Type: image/png", [1, 2, 3]);
        using var fetcher = Fetcher(server);

        var failed = await FetchAsync(fetcher, server.Url);

        Assert.Equal(new FetchOutcome.Failed("unsupported_type", "This is not a page of text but a file of type image/png, so it is not read. Only web pages, text and PDF files can be read."), failed);
    }

    [Fact]
    public async Task Half_a_pdf_is_no_page()
    {
        await using var server = new LoopbackServer(
            TimeSpan.Zero, "HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\nContent-Length: 60\r\n\r\n"u8.ToArray(), "%PDF-1.7 and a half"u8.ToArray());
        using var fetcher = Fetcher(server);

        Assert.Equal(
            new FetchOutcome.Failed("connect", "127.0.0.1 stopped before it had sent all of the PDF file. Try it again later, or go back and try another link."),
            await FetchAsync(fetcher, server.Url));
    }

    [Fact]
    public async Task A_body_that_trickles_ends_with_its_time()
    {
        byte[][] parts = ["HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"u8.ToArray(), .. Enumerable.Repeat("<p>drip</p>"u8.ToArray(), 1_000)];
        await using var server = new LoopbackServer(TimeSpan.FromMilliseconds(50), parts);
        using var fetcher = Fetcher(server, new HttpLimits { Total = TimeSpan.FromSeconds(1) });

        var failed = Assert.IsType<FetchOutcome.Failed>(await FetchAsync(fetcher, server.Url));

        Assert.Equal(new FetchOutcome.Failed("timeout", "127.0.0.1 did not send the page within 1 seconds. Try it again later, or go back and try another link."), failed);
    }

    [Theory]
    [InlineData("404 Not Found", "not_found", "127.0.0.1 has no such page (HTTP 404). Go back and try another link.")]
    [InlineData("403 Forbidden", "forbidden", "127.0.0.1 does not show this page to everybody (HTTP 403). Go back and try another link.")]
    [InlineData("429 Too Many Requests", "throttled", "127.0.0.1 asks for a pause (HTTP 429). Try another site first.")]
    [InlineData("503 Service Unavailable", "server_error", "127.0.0.1 has a fault of its own (HTTP 503, 3 times in a row). Try it again later, or go back and try another link.")]
    [InlineData("500 Internal Server Error", "server_error", "127.0.0.1 has a fault of its own (HTTP 500). Try it again later, or go back and try another link.")]
    [InlineData("401 Unauthorized", "sign_in", "127.0.0.1 shows this page only to those who sign in (HTTP 401), which is never done here. Go back and try another link.")]
    [InlineData("204 No Content", "no_page", "127.0.0.1 answered without a page (HTTP 204). Go back and try another link.")]
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

    private static byte[] Broken() => [.. Enumerable.Repeat((byte)0xFF, 200)];

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
