using AngleSharp.Html.Parser;
using WebQA.TextBrowser.Pages;

namespace WebQA.TextBrowser.Search.Engines;

/// <summary>Turns what engines call a title or a snippet into plain text.</summary>
internal static class ResultText
{
    /// <summary>More of it is not read: engines mark words, they do not send documents.</summary>
    private const int MaxMarkupLength = 4_000;

    /// <summary>More of a text is not looked through for a snippet.</summary>
    private const int MaxTextLength = 20_000;

    /// <summary>The words of a text with markup and entities, in one line.</summary>
    public static string OfHtml(string html)
    {
        var start = html.Length <= MaxMarkupLength ? html : html[..MaxMarkupLength];
        return start.AsSpan().IndexOfAny('<', '&') < 0 ? OneLine(start) : OneLine(new HtmlParser().ParseDocument($"<body>{start}").Body?.TextContent ?? string.Empty);
    }

    /// <summary>The sentences of a long text that bear on the query, as long as a snippet is.</summary>
    public static string Bearing(string text, string query)
    {
        var line = OneLine(text.Length <= MaxTextLength ? text : text[..MaxTextLength]);
        return line.Length <= Snippet.MaxLength ? line : Snippet.Cut(line, QueryTerms.Of(query));
    }

    /// <summary>A text in one line.</summary>
    public static string OneLine(string text) => PageCharacters.OneLine(text);
}
