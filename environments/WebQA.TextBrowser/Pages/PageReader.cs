using System.Security.Cryptography;
using System.Text;
using WebQA.Core.Browsing;
using WebQA.TextBrowser.Pages.Decoding;
using WebQA.TextBrowser.Pages.Html;

namespace WebQA.TextBrowser.Pages;

/// <summary>Turns the bytes of a page into text by what they are: HTML, text, PDF; anything else becomes an error page. Thread-safe.</summary>
/// <param name="pdf">Reads PDF files.</param>
/// <param name="isBlocked">Links to these become plain text; null for none.</param>
public sealed class PageReader(IPdfTextExtractor pdf, Predicate<Uri>? isBlocked = null) : IPageReader
{
    /// <summary>Most bytes of a text page that are read.</summary>
    public const int MaxBytes = 16 * 1024 * 1024;

    /// <summary>Between the pages of a PDF.</summary>
    public const string PageBreak = "\n\n---\n\n";

    /// <inheritdoc/>
    public async Task<TextPage> ReadAsync(PageSnapshot snapshot, PageView? view = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var type = ContentTypeHeader.Parse(snapshot.ContentType);
        return ContentSniffer.Sniff(type, snapshot.Bytes.Span) switch
        {
            ContentForm.Html => OfHtml(snapshot, ParseHtml(snapshot, isBlocked), view),
            ContentForm.Text => OfText(snapshot, type),
            ContentForm.Pdf => OfPdf(snapshot, await pdf.ExtractAsync(snapshot.Bytes, cancellationToken)),
            ContentForm.Binary => Error(snapshot, "This page cannot be shown", $"The server says that this is text ({Shown(type)}), but its bytes are not: it is a binary file."),
            _ => Error(snapshot, "This page cannot be shown", $"This is not a page of text but a file of type {Shown(type)}. Only web pages, text and PDF files can be read."),
        };
    }

    /// <summary>Reads a snapshot as HTML, in both views; null for what is not HTML.</summary>
    public static HtmlPage? ReadHtml(PageSnapshot snapshot) =>
        ContentSniffer.Sniff(ContentTypeHeader.Parse(snapshot.ContentType), snapshot.Bytes.Span) == ContentForm.Html ? ParseHtml(snapshot, isBlocked: null) : null;

    private static HtmlPage ParseHtml(PageSnapshot snapshot, Predicate<Uri>? isBlocked)
    {
        var charset = snapshot.IsRendered ? "utf-8" : ContentTypeHeader.Parse(snapshot.ContentType).Charset;
        var html = PageDecoder.Decode(Capped(snapshot).Span, charset, isMarkup: true).Text;
        return HtmlReader.Read(html, snapshot.FinalUrl, snapshot.IsRendered, isBlocked, snapshot.BaseUrl);
    }

    private static TextPage OfHtml(PageSnapshot snapshot, HtmlPage page, PageView? wanted)
    {
        var view = wanted ?? page.DefaultView;
        var shown = page.View(view);
        var content = Page(snapshot, page.Title, shown.Text, view) with { Links = shown.Links, Language = page.Language, Metadata = page.Metadata };
        return new TextPage(content, snapshot.FetchedAt);
    }

    private static TextPage OfText(PageSnapshot snapshot, ContentTypeHeader type)
    {
        var text = PageCharacters.Lines(PageDecoder.Decode(Capped(snapshot).Span, type.Charset, isMarkup: false).Text).Trim('\n');
        return new TextPage(Page(snapshot, NameOf(snapshot.FinalUrl), Cut(text), PageView.All), snapshot.FetchedAt);
    }

    private static TextPage OfPdf(PageSnapshot snapshot, PdfText pdf)
    {
        switch (pdf)
        {
            case PdfText.Extracted extracted:
                var text = new StringBuilder();
                text.AppendJoin(PageBreak, extracted.Pages.Select(p => PageCharacters.Lines(p).Trim('\n')));
                var title = PageTitle.OneLine(extracted.Title ?? string.Empty);
                var noted = extracted.Note is null ? Cut(text.ToString()) : $"{Cut(text.ToString())}\n\n[{PageCharacters.OneLine(extracted.Note)}]";
                return new TextPage(Page(snapshot, title.Length > 0 ? title : NameOf(snapshot.FinalUrl), noted, PageView.All), snapshot.FetchedAt);
            case PdfText.Failed failed:
                return Error(snapshot, "This PDF file cannot be read", failed.Message);
            default:
                throw new InvalidOperationException($"Unknown outcome of reading a PDF file: {pdf.GetType().Name}.");
        }
    }

    private static PageContent Page(PageSnapshot snapshot, string title, string text, PageView view) => new()
    {
        Kind = PageKind.Web,
        Url = snapshot.FinalUrl.AbsoluteUri,
        RequestedUrl = snapshot.RequestedUrl.AbsoluteUri,
        Title = title,
        Domain = PageDomain.Of(snapshot.FinalUrl),
        View = view,
        Text = text.Length > 0 && (snapshot.Note ?? (snapshot.Bytes.Length > MaxBytes ? PageNotes.CutAfter(MaxBytes) : null)) is { } note ? $"{text}\n\n[{note}]" : text,
        SnapshotSha256 = Convert.ToHexStringLower(SHA256.HashData(snapshot.Bytes.Span)),
    };

    private static TextPage Error(PageSnapshot snapshot, string title, string message) =>
        ErrorPage.Create(snapshot.FinalUrl.AbsoluteUri, title, message, snapshot.FetchedAt);

    private static ReadOnlyMemory<byte> Capped(PageSnapshot snapshot) => snapshot.Bytes[..Math.Min(snapshot.Bytes.Length, MaxBytes)];

    private static string Cut(string text)
    {
        if (text.Length <= HtmlReader.MaxTextLength)
        {
            return text;
        }
        var end = char.IsHighSurrogate(text[HtmlReader.MaxTextLength - 1]) ? HtmlReader.MaxTextLength - 1 : HtmlReader.MaxTextLength;
        return $"{text[..end]}\n\n[The page was cut here: only its first {HtmlReader.MaxTextLength:N0} characters are shown.]";
    }

    private static string NameOf(Uri url)
    {
        var name = Uri.UnescapeDataString(url.Segments[^1].Trim('/'));
        return PageTitle.OneLine(name.Length > 0 ? name : url.AbsoluteUri);
    }

    private static string Shown(ContentTypeHeader type) => type.Essence.Length > 0 ? PageCharacters.OneLine(type.Essence) : "unknown";
}
