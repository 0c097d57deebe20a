using System.Text;
using WebQA.Core.Browsing;
using WebQA.TextBrowser.Pages;
using WebQA.TextBrowser.Pages.Html;

namespace WebQA.TextBrowser.Tests.Pages;

/// <summary>Pages for tests: snippets of HTML, and the stored pages of the shared folder.</summary>
internal static class PageFixtures
{
    public static readonly Uri Url = new("https://page.example/articles/one");

    public static readonly DateTimeOffset Time = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);

    /// <summary>The text of a snippet: every visible word.</summary>
    public static string AllOf(string html) => HtmlReader.Read(html, Url).All.Text;

    /// <summary>The text of a snippet's main content.</summary>
    public static string MainOf(string html) => HtmlReader.Read(html, Url).Main.Text;

    public static PageSnapshot Snapshot(ReadOnlyMemory<byte> bytes, string contentType = "text/html; charset=utf-8", string? url = null) =>
        new(new Uri(url ?? Url.AbsoluteUri), new Uri(url ?? Url.AbsoluteUri), contentType, bytes, Time);

    public static PageSnapshot Snapshot(string html, string contentType = "text/html; charset=utf-8", string? url = null) =>
        Snapshot(Encoding.UTF8.GetBytes(html), contentType, url);

    public static PageReader Reader => new(new NoPdf());

    /// <summary>Stands for a machine without the PDF reader.</summary>
    private sealed class NoPdf : IPdfTextExtractor
    {
        public Task<PdfText> ExtractAsync(ReadOnlyMemory<byte> pdf, CancellationToken cancellationToken = default) =>
            Task.FromResult<PdfText>(new PdfText.Failed("broken", "The file is damaged."));
    }
}
