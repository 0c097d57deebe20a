using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace WebQA.Benchmarks.Pages;

/// <summary>
/// The words that a page's markup shows, told by another way than the text browser's own: a plain walk over what the parser makes of the unguarded
/// markup, without what HTML never shows, the attribute <c>hidden</c>, and elements whose own <c>style</c> says that they are not displayed.
/// </summary>
/// <remarks>It knows no style sheets, so words that only a style sheet hides count as visible: the recall measured against it errs on the low side.</remarks>
internal static class VisibleWords
{
    private static readonly HashSet<string> NeverShown = new(StringComparer.Ordinal)
    {
        "head", "script", "style", "title", "template", "iframe", "object", "embed", "applet", "audio", "video", "canvas", "map", "select", "datalist", "noframes",
        "noembed", "progress", "meter", "textarea", "annotation", "annotation-xml",
    };

    private static readonly HashSet<string> Inline = new(StringComparer.Ordinal)
    {
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "label", "mark", "q", "s", "samp",
        "small", "span", "strike", "strong", "time", "tt", "u", "var", "wbr",
    };

    /// <summary>The text of a page, words apart where the page parts them.</summary>
    public static string Of(string html)
    {
        using var document = new HtmlParser(new HtmlParserOptions { IsScripting = false }).ParseDocument(html);
        var text = new StringBuilder();
        var open = new Stack<(INode Node, bool IsEnd)>();
        if (document.Body is { } body)
        {
            open.Push((body, false));
        }
        while (open.Count > 0)
        {
            var (node, isEnd) = open.Pop();
            if (node is IText words)
            {
                text.Append(words.Data);
            }
            else if (node is IElement element && !IsHidden(element))
            {
                text.Append(Inline.Contains(element.LocalName) ? string.Empty : " ");
                if (!isEnd)
                {
                    open.Push((node, true));
                    for (var child = element.LastChild; child is not null; child = child.PreviousSibling)
                    {
                        open.Push((child, false));
                    }
                }
            }
        }
        return text.ToString();
    }

    private static bool IsHidden(IElement element) =>
        NeverShown.Contains(element.LocalName)
        || element.HasAttribute("hidden")
        || element.LocalName == "dialog" && !element.HasAttribute("open")
        || element.GetAttribute("style")?.Replace(" ", string.Empty, StringComparison.Ordinal) is { } style
            && (style.Contains("display:none", StringComparison.OrdinalIgnoreCase) || style.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase));
}
