using System.IO.Compression;
using System.Text;
using WebQA.TextBrowser.Environments.Creation;
using WebQA.TextBrowser.Environments.Creation.Archives;
using WebQA.TextBrowser.Tests.Warc;

namespace WebQA.TextBrowser.Tests.Environments.Creation;

public sealed class WarcSourceTests : IDisposable
{
    private const string A = "http://a.example/tides?page=1";
    private const string B = "https://b.example/";

    private readonly MakingFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string, byte[]> Bodies()
    {
        var html = Encoding.UTF8.GetBytes(WarcText.Html);
        using var brotli = new MemoryStream();
        using (var packer = new BrotliStream(brotli, CompressionLevel.Optimal, leaveOpen: true))
        {
            packer.Write(html);
        }
        using var zlib = new MemoryStream();
        using (var packer = new ZLibStream(zlib, CompressionLevel.Optimal, leaveOpen: true))
        {
            packer.Write(html);
        }
        return new()
        {
            { "Content-Encoding: gzip\r\n", WarcText.Gzip(html) },
            { "Content-Encoding: br\r\n", brotli.ToArray() },
            { "Content-Encoding: deflate\r\n", zlib.ToArray() },
            { "Content-Encoding: gzip\r\n", html },
            { "Transfer-Encoding: chunked\r\n", Chunked(html) },
            { "transfer-encoding: Chunked\r\ncontent-encoding: GZIP\r\n", Chunked(WarcText.Gzip(html)) },
            { "Transfer-Encoding: chunked\r\n", html },
        };
    }

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_body_is_unpacked_and_one_that_was_unpacked_before_is_left_alone(string headers, byte[] body)
    {
        await MakeAsync("x.warc", WarcText.Response(A, headers, body));

        Assert.Equal(WarcText.Html, await File.ReadAllTextAsync(Assert.Single(_folder.Pages().All).File, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("each record compressed")]
    [InlineData("all compressed together")]
    public async Task Responses_and_resources_are_pages_at_their_addresses(string form)
    {
        byte[][] records =
        [
            WarcText.Record("warcinfo", null, "software: x"u8.ToArray(), "application/warc-fields"),
            WarcText.Record("request", A, "GET /tides HTTP/1.1\r\n\r\n"u8.ToArray(), "application/http;msgtype=request"),
            WarcText.Response(A, headers: "Content-Type: text/html; charset=iso-8859-1\r\n"),
            WarcText.Record("resource", $"<{B}>", Encoding.UTF8.GetBytes("Plain words."), "text/plain"),
            WarcText.Response("https://a.example/gone", status: 404),
            WarcText.Response("https://a.example/moved", status: 301),
            WarcText.Response("https://a.example/robots.txt", "User-agent: *", "Content-Type: text/plain\r\n"),
            WarcText.Response("https://a.example/logo.png", "\u0089PNG", "Content-Type: image/png\r\n"),
            WarcText.Record("revisit", A, []),
            WarcText.Record("resource", "dns:a.example", "1.2.3.4"u8.ToArray(), "text/dns"),
        ];
        var report = form switch
        {
            "plain" => await MakeAsync("x.warc", records),
            "all compressed together" => await MakeAsync("x.warc.gz", WarcText.Gzip(records)),
            _ => await MakeAsync("x.warc.gz", [.. records.Select(r => WarcText.Gzip(r))]),
        };

        Assert.Equal([A, B], _folder.Pages().All.Select(p => p.Url.AbsoluteUri));
        Assert.Equal(["text/html; charset=iso-8859-1", "text/plain"], _folder.Pages().All.Select(p => p.ContentType));
        Assert.Equal(new DateTimeOffset(2020, 5, 1, 12, 0, 0, TimeSpan.Zero), _folder.Pages().All[0].Listed!.At);
        Assert.Equal("bad_address 1, http_error 1, other_type 2, redirect 1, revisit 1", Reasons(report));
        Assert.Empty(report.Details);
    }

    [Fact]
    public async Task A_damaged_record_costs_itself_alone_and_is_named_by_its_place()
    {
        var first = WarcText.Response(A);
        var report = await MakeAsync(
            "x.warc",
            first,
            "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: many\r\n\r\nxxx\r\n\r\n"u8.ToArray(),
            WarcText.Record("response", "https://a.example/short", "HTTP/1.1 200 OK\r\n\r\nlonger than it says"u8.ToArray(), length: 20),
            WarcText.Record("response", "https://a.example/odd", "no http at all\r\n\r\n"u8.ToArray()),
            WarcText.Response(B),
            WarcText.Record("response", "https://a.example/cut", "HTTP/1.1 200 OK\r\n\r\n"u8.ToArray(), length: 5_000));

        Assert.Equal([A, B], _folder.Pages().All.Select(p => p.Url.AbsoluteUri).Where(u => u != "https://a.example/short"));
        Assert.Equal($"The record at byte {first.Length} is damaged: its Content-Length is missing or no number.", report.Details[0]);
        Assert.Contains(report.Details, d => d.EndsWith("is damaged: it is no HTTP response.", StringComparison.Ordinal));
        Assert.Contains(report.Details, d => d.EndsWith("is damaged: it is cut off.", StringComparison.Ordinal));
        Assert.Equal(report.Details.Count, report.Skipped[SkipReason.Damaged]);
    }

    [Fact]
    public async Task What_stands_behind_a_damaged_member_is_read()
    {
        var damaged = WarcText.Gzip(WarcText.Response("https://a.example/damaged"));
        damaged.AsSpan(damaged.Length / 2, 12).Fill(0xFF);
        var first = WarcText.Gzip(WarcText.Response(A));

        var report = await MakeAsync("x.warc.gz", first, damaged, WarcText.Gzip(WarcText.Response(B)));

        Assert.Equal([A, B], _folder.Pages().All.Select(p => p.Url.AbsoluteUri));
        Assert.StartsWith($"The record at byte {first.Length} is damaged: ", Assert.Single(report.Details), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_small_body_that_unpacks_to_more_than_a_page_is_given_up()
    {
        var bomb = WarcText.Gzip(new byte[PageIntake.MaxBytes + 1]);

        var report = await MakeAsync("x.warc", WarcText.Response(A, "Content-Encoding: gzip\r\n", bomb), WarcText.Response(B));

        Assert.Equal((1, "too_large 1"), (report.Pages, Reasons(report)));
    }

    [Fact]
    public async Task A_file_that_is_no_archive_says_so()
    {
        var fault = await Assert.ThrowsAsync<PageSourceException>(() => MakeAsync("x.warc", "nothing of the kind\n"u8.ToArray()));

        Assert.Contains("There is no page in", fault.Message, StringComparison.Ordinal);
        Assert.Contains("1 damaged", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_died_goes_on_at_the_record_where_it_stopped()
    {
        var file = Write("x.warc.gz", WarcText.Gzip(WarcText.Response(A)), WarcText.Gzip(WarcText.Response(B)));
        using var stopping = new CancellationTokenSource();
        await using (var items = new WarcSource(file).ReadAsync(_ => false, stopping.Token).GetAsyncEnumerator(stopping.Token))
        {
            Assert.True(await items.MoveNextAsync());
            var first = items.Current.Key;
            await using var rest = new WarcSource(file).ReadAsync(key => key == first, stopping.Token).GetAsyncEnumerator(stopping.Token);
            Assert.True(await rest.MoveNextAsync());
            Assert.Equal(B, Assert.IsType<SourceItem.Page>(rest.Current).Url.AbsoluteUri);
            Assert.False(await rest.MoveNextAsync());
        }
    }

    private static string Reasons(CreationReport report) => string.Join(", ", report.Skipped.Select(s => $"{s.Key} {s.Value}"));

    private static byte[] Chunked(byte[] body) =>
        WarcText.Join("5;note=x\r\n"u8.ToArray(), body[..5], Encoding.ASCII.GetBytes($"\r\n{body.Length - 5:X}\r\n"), body[5..], "\r\n0\r\n\r\n"u8.ToArray());

    private Task<CreationReport> MakeAsync(string name, params byte[][] parts) => _folder.MakeAsync(new WarcSource(Write(name, parts)));

    private string Write(string name, params byte[][] parts)
    {
        var file = _folder.Write(name, string.Empty);
        File.WriteAllBytes(file, WarcText.Join(parts));
        return file;
    }
}
