using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace WebQA.TextBrowser.Pages.Html;

/// <summary>Reads HTML: guards the markup, parses it, finds what is hidden and what is the main content, and writes both views.</summary>
public static class HtmlReader
{
    /// <summary>Longest text of a view in UTF-16 units.</summary>
    public const int MaxTextLength = 1_000_000;

    private static readonly HtmlParserOptions Options = new() { IsScripting = false };

    /// <summary>Reads a page.</summary>
    /// <param name="html">The markup.</param>
    /// <param name="url">Where it was found.</param>
    /// <param name="isRendered">Whether a browser has run its scripts, so that <c>noscript</c> was not shown.</param>
    /// <param name="isBlocked">Links to these become plain text; null for none.</param>
    /// <param name="linksFrom">What links refer to where the page names nothing; null for <paramref name="url"/>.</param>
    public static HtmlPage Read(string html, Uri url, bool isRendered = false, Predicate<Uri>? isBlocked = null, Uri? linksFrom = null)
    {
        var (safe, scripts, linkedData) = MarkupGuard.Clean(html);
        using var document = new HtmlParser(Options).ParseDocument(safe);
        var tree = PageTree.Of(document);
        var hiddenWords = HiddenText.Mark(tree, isRendered);
        var title = TitleOf(document, url);
        var isMain = MainContent.Find(tree);
        var baseUrl = BaseOf(document, linksFrom ?? url);
        var all = HtmlWriter.Write(tree, null, url, baseUrl, isBlocked);
        var main = HtmlWriter.Write(tree, isMain, url, baseUrl, isBlocked);
        return new HtmlPage(title, LanguageOf(document), main, all, hiddenWords, scripts) { Metadata = HtmlMetadata.Of(tree, linkedData) };
    }

    private static string TitleOf(IDocument document, Uri url)
    {
        string?[] candidates =
        [
            document.Title,
            document.QuerySelector("meta[property='og:title']")?.GetAttribute("content"),
            document.QuerySelector("h1")?.TextContent,
        ];
        return candidates.Select(c => PageTitle.OneLine(c ?? string.Empty)).FirstOrDefault(c => c.Length > 0) ?? PageTitle.OneLine(url.AbsoluteUri);
    }

    private static Uri BaseOf(IDocument document, Uri url) =>
        document.QuerySelector("base[href]")?.GetAttribute("href") is { } href && LinkTable.TryResolve(url, href, out var baseUrl) ? baseUrl : url;

    private static string? LanguageOf(IDocument document)
    {
        string?[] candidates =
        [
            document.DocumentElement?.GetAttribute("lang"),
            document.DocumentElement?.GetAttribute("xml:lang"),
            document.Body?.GetAttribute("lang"),
            document.QuerySelector("meta[http-equiv='content-language' i]")?.GetAttribute("content"),
        ];
        return candidates.Select(c => c?.Trim().Replace('_', '-')).FirstOrDefault(IsLanguageTag);
    }

    private static bool IsLanguageTag(string? tag) =>
        tag is { Length: >= 2 and <= 35 }
        && tag.Split('-') is var parts
        && parts[0] is { Length: 2 or 3 }
        && parts.All(p => p.Length is >= 1 and <= 8 && p.All(char.IsAsciiLetterOrDigit));
}
