using System.Buffers;

namespace WebQA.TextBrowser.Pages.Html;

/// <summary>Boxes that lie over a page and ask for something: cookie and consent banners, dialogs that assistive technology is told to skip.</summary>
internal static class Overlays
{
    private const int MaxCharacters = 2_500;

    private static readonly SearchValues<string> Boxes = SearchValues.Create(["modal", "popup", "overlay", "lightbox", "backdrop", "dialog"], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> Consent = SearchValues.Create(["cookie", "consent", "gdpr", "ccpa", "onetrust"], StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether an element is such a box; one that holds a large text or an article is not.</summary>
    public static bool IsOne(PageTree tree, int index, EffectiveStyle style)
    {
        var node = tree.Nodes[index];
        if (node.Name is not ("div" or "section" or "aside" or "form" or "dialog" or "p" or "footer" or "header" or "ul" or "td" or "table"))
        {
            return false;
        }
        var isBox = style.IsFixed || node.Attribute("role") is "dialog" or "alertdialog" || Mentions(node, Boxes);
        if (!isBox && !Mentions(node, Consent))
        {
            return false;
        }
        if (isBox && node.Attribute("aria-hidden") == "true")
        {
            return true;
        }
        return AsksForConsent(tree, index);
    }

    private static bool Mentions(PageNode node, SearchValues<string> words) =>
        node.Attribute("class").AsSpan().ContainsAny(words) || node.Attribute("id").AsSpan().ContainsAny(words);

    /// <summary>A short text about cookies or consent with something to press; a menu that only links to the site's rules on cookies is none.</summary>
    private static bool AsksForConsent(PageTree tree, int index)
    {
        var (length, isAbout, hasControl) = (0, false, false);
        var linkEnd = 0;
        for (var i = index + 1; i < tree.Nodes[index].End; i++)
        {
            var node = tree.Nodes[i];
            if (node.Name is "article" or "main" or "h1" || length > MaxCharacters)
            {
                return false;
            }
            hasControl |= node.Name is "button" or "input" or "a";
            linkEnd = node.Name == "a" ? node.End : linkEnd;
            length += node.Text.Length;
            isAbout |= i >= linkEnd && Mentions(node.Text);
        }
        return isAbout && hasControl;
    }

    private static bool Mentions(string text) =>
        text.Contains("cookie", StringComparison.OrdinalIgnoreCase) || text.Contains("consent", StringComparison.OrdinalIgnoreCase) || text.Contains("GDPR", StringComparison.Ordinal);
}
