using WebQA.TextBrowser.Pages.Decoding;

namespace WebQA.TextBrowser.Environments.Creation;

/// <summary>Decides by type and bytes whether something is a page for people to read, and makes HTML of Markdown.</summary>
internal static class PageIntake
{
    /// <summary>Largest page, in bytes; also the limit that the environment is given.</summary>
    public const int MaxBytes = 20_000_000;

    private const int MaxUrlLength = 8_192;

    private static readonly HashSet<string> ProseTypes =
        ["", "text/plain", "text/markdown", "text/x-markdown", "text/x-rst", "text/asciidoc", "text/org", "text/html", "application/xhtml+xml", "application/octet-stream"];

    /// <summary>The bytes to keep and their type, or why they are no page.</summary>
    public static (string? Reason, string Type, ReadOnlyMemory<byte> Bytes) Take(SourceItem.Page page)
    {
        var type = ContentTypeHeader.Parse(page.ContentType);
        var form = page.Bytes.IsEmpty ? ContentForm.Other : ContentSniffer.Sniff(type, page.Bytes.Span);
        var reason = page.Url.AbsoluteUri.Length > MaxUrlLength || page.Url.Scheme is not ("http" or "https") ? SkipReason.BadAddress
            : page.Bytes.IsEmpty ? SkipReason.Empty
            : page.Bytes.Length > MaxBytes ? SkipReason.TooLarge
            : form is ContentForm.Other or ContentForm.Binary || form == ContentForm.Text && !ProseTypes.Contains(type.Essence) ? SkipReason.OtherType
            : null;
        return (reason, form) switch
        {
            (not null, _) => (reason, string.Empty, default),
            (null, ContentForm.Pdf) => (null, "application/pdf", page.Bytes),
            (null, ContentForm.Html) => (null, WithCharset("text/html", type), page.Bytes),
            _ when type.Essence is "text/markdown" or "text/x-markdown" && MarkdownPage.TryRender(page.Bytes.Span, type.Charset, NameOf(page.Url)) is { } html =>
                (null, "text/html; charset=utf-8", html),
            _ => (null, WithCharset("text/plain", type), page.Bytes),
        };
    }

    private static string WithCharset(string essence, ContentTypeHeader type) =>
        type.Charset is { Length: > 0 and <= 40 } charset && charset.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or ':' or '.') ? $"{essence}; charset={charset}" : essence;

    private static string NameOf(Uri url) => Uri.UnescapeDataString(url.Segments[^1].Trim('/'));
}
