using System.Security.Cryptography;
using System.Text;
using WebQA.Core.Browsing;
using WebQA.TextBrowser.Pages;

namespace WebQA.TextBrowser.Tests.Pages;

public sealed class PageReaderTests
{
    [Theory]
    [InlineData("text/plain", "line one\r\n♦ <b>two</b>", "line one\n◆ <b>two</b>")]
    [InlineData("application/json", "{\"a\": [1,\n 2]}", "{\"a\": [1,\n 2]}")]
    [InlineData("application/rss+xml", "<rss><title>x</title></rss>", "<rss><title>x</title></rss>")]
    [InlineData("", "<!doctype html><p>sniffed", "sniffed")]
    [InlineData("application/octet-stream", "<html><p>sniffed", "sniffed")]
    [InlineData("", "just words", "just words")]
    [InlineData("application/xhtml+xml", "<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><body><p>x</p></body></html>", "x")]
    public async Task The_form_follows_from_the_type_and_the_bytes(string type, string body, string text) =>
        Assert.Equal(text, (await Read(PageFixtures.Snapshot(body, type))).Text);

    [Theory]
    [InlineData("image/png", "\u0089PNG", "This is not a page of text but a file of type image/png. Only web pages, text and PDF files can be read.")]
    [InlineData("application/zip", "PK", "This is not a page of text but a file of type application/zip. Only web pages, text and PDF files can be read.")]
    [InlineData("text/html", "\u0001\u0002\u0003\u0004\u0005\u0006\u0007", "The server says that this is text (text/html), but its bytes are not: it is a binary file.")]
    [InlineData("text/html", "%PDF-1.7", "The file is damaged.")]
    public async Task What_cannot_be_read_is_an_error_page(string type, string body, string message)
    {
        var page = await Read(PageFixtures.Snapshot(Encoding.Latin1.GetBytes(body), type));

        Assert.Equal(PageKind.Error, page.Kind);
        Assert.Equal(message, page.Text);
    }

    [Fact]
    public async Task A_page_carries_its_source_and_the_same_bytes_make_the_same_page()
    {
        var snapshot = PageFixtures.Snapshot("<html lang=en><title>T</title><p>One <a href=/x>two</a>");

        var page = await Read(snapshot);
        var again = await Read(snapshot with { FetchedAt = snapshot.FetchedAt.AddDays(1) });

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(snapshot.Bytes.Span)), page.Content.SnapshotSha256);
        Assert.Equal(("T (page.example)", "en", "One 【0†two】"), (page.DisplayTitle, page.Content.Language, page.Text));
        Assert.Equal(page.PageSha256, again.PageSha256);
    }

    [Fact]
    public async Task The_byte_limit_is_said()
    {
        var page = await Read(PageFixtures.Snapshot("<p>Begin</p>" + new string(' ', PageReader.MaxBytes) + "<p>End</p>"));

        Assert.Equal("Begin\n\n[The page was cut here: only its first 16 MiB are read.]", page.Text);
    }

    [Fact]
    public async Task A_pdf_is_its_pages_with_breaks_between_them()
    {
        var reader = new PageReader(new TwoPages());

        var page = await reader.ReadAsync(PageFixtures.Snapshot("%PDF-1.7", "application/pdf", "https://a.example/files/report.pdf"), null, TestContext.Current.CancellationToken);

        Assert.Equal(("report.pdf", $"first{PageReader.PageBreak}second"), (page.Title, page.Text));
    }

    private static Task<TextPage> Read(PageSnapshot snapshot) => PageFixtures.Reader.ReadAsync(snapshot, null, TestContext.Current.CancellationToken);

    private sealed class TwoPages : IPdfTextExtractor
    {
        public Task<PdfText> ExtractAsync(ReadOnlyMemory<byte> pdf, CancellationToken cancellationToken = default) =>
            Task.FromResult<PdfText>(new PdfText.Extracted(null, ["first\n", "second"]));
    }
}
