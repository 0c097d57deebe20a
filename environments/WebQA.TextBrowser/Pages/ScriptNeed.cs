using WebQA.Core.Browsing;
using WebQA.TextBrowser.Pages.Html;

namespace WebQA.TextBrowser.Pages;

/// <summary>Tells pages that build their text by script, which must be rendered by a browser to be read.</summary>
public static class ScriptNeed
{
    /// <summary>A page with scripts and fewer words than this is likely to build its text by them.</summary>
    public const int ThinWords = 120;

    /// <summary>Whether a page as fetched is likely to show its text only after its scripts ran.</summary>
    public static bool IsLikely(HtmlPage page) => page.Scripts > 0 && WordCount.Of(page.Main.PlainText) < ThinWords;

    /// <summary>The same for a snapshot; false for what is not HTML.</summary>
    public static bool IsLikely(PageSnapshot snapshot) => PageReader.ReadHtml(snapshot) is { } page && IsLikely(page);
}
