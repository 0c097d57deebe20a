using System.Collections.Frozen;

namespace WebQA.TextBrowser.Pages.Html;

/// <summary>Tells by its element, role, name, links and first words what is not main content.</summary>
/// <param name="tree">The page.</param>
/// <param name="measure">Its text.</param>
/// <param name="byNames">Whether classes and ids of large elements count, or only elements, roles and links.</param>
internal sealed class Boilerplate(PageTree tree, TextMeasure measure, bool byNames)
{
    private static readonly FrozenSet<string> Roles = new[]
    {
        "navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alertdialog", "alert", "menu", "menubar", "toolbar", "tablist", "tooltip", "status",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Longest text about a text, in characters.</summary>
    private const int MaxDetails = 600;

    /// <summary>Longest line of who wrote a text and when; more is about the writer.</summary>
    private const int MaxByline = 120;

    /// <summary>Elements of one name and class beyond which they are entries of a list.</summary>
    private const int MaxRepeats = 3;

    /// <summary>Longest paragraph that is one link to elsewhere.</summary>
    private const int MaxLinkLine = 200;

    private readonly BoilerplateNames _names = new();

    private readonly Pointers _pointers = new(tree, measure);

    private HashSet<(string Name, string? Class)>? _repeated;

    /// <summary>Whether an element is boilerplate, with all that is in it.</summary>
    public bool IsBoilerplate(int index)
    {
        var node = tree.Nodes[index];
        switch (node.Name)
        {
            case "html" or "body" or "main" or "article":
                return false;
            case "button" or "textarea" or "dialog" or "label" or "fieldset" or "menu":
                return measure.Share(index) < 0.4;
            case "nav":
                return true;
            case "aside":
                return measure.Share(index) < 0.5 && !Holds(index, "article") || measure.LinkShare(index) > 0.5;
            case "footer":
                return !(BoilerplateNames.IsNotes(node) && IsInArticle(index));
            case "header":
                return measure.Share(index) < 0.5 && !HoldsTitle(index);
            case "form":
                return measure.Share(index) < 0.25;
        }
        if (measure.Text(index) == 0 || !ElementNames.Block.Contains(node.Name) && node.Name is not ("span" or "a"))
        {
            return false;
        }
        if (node.Attribute("role") is { } role && Roles.Contains(role))
        {
            return measure.Share(index) < 0.4;
        }
        return IsNamed(index, node) || _pointers.IsPointer(index) || IsListOfLinks(index, node);
    }

    private bool IsNamed(int index, PageNode node)
    {
        var (kind, share) = (_names.Of(node), measure.Share(index));
        // A teaser without a link is the lead of the text that follows it.
        var isLarge = kind.IsTeaser && share < 0.35 && measure.LinkShare(index) > 0.05 || kind.IsComments && share < 0.7 || kind.IsBoilerplate && share < 0.35;
        var isSmall = (kind.IsDetails || kind.IsByline && (measure.Text(index) > MaxByline || measure.ShareBefore(index) > 0.5))
            && share < 0.15 && measure.Text(index) <= MaxDetails;
        return byNames && isLarge || isSmall && !IsRepeated(node);
    }

    /// <summary>Who wrote what, and when, parts the posts of a thread and the entries of a list: there it is text.</summary>
    private bool IsRepeated(PageNode node)
    {
        _repeated ??= tree.Nodes.Where(n => n.Element is not null).CountBy(n => (n.Name, n.Attribute("class"))).Where(c => c.Value > MaxRepeats).Select(c => c.Key).ToHashSet();
        return _repeated.Contains((node.Name, node.Attribute("class")));
    }

    private bool Holds(int index, string name)
    {
        for (var i = index + 1; i < tree.Nodes[index].End; i++)
        {
            if (tree.Nodes[i].Name == name)
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>A header stays if it holds the page's heading and no navigation.</summary>
    private bool HoldsTitle(int index)
    {
        var hasTitle = false;
        for (var i = index + 1; i < tree.Nodes[index].End; i++)
        {
            var node = tree.Nodes[i];
            if (node.Name is "nav" or "form" or "ul")
            {
                return false;
            }
            hasTitle |= node.Name is "h1" or "h2";
        }
        return hasTitle;
    }

    private bool IsInArticle(int index)
    {
        for (var at = tree.Nodes[index].Parent; at >= 0; at = tree.Nodes[at].Parent)
        {
            if (tree.Nodes[at].Name is "article" or "main")
            {
                return true;
            }
        }
        return false;
    }

    private bool IsListOfLinks(int index, PageNode node)
    {
        if (node.Name is not ("div" or "ul" or "ol" or "section" or "table" or "dl" or "p" or "td") || measure.LinkShare(index) < 0.66)
        {
            return false;
        }
        if (node.Name == "p" && measure.LinkShare(index) > 0.9 && measure.Text(index) is >= 15 and <= MaxLinkLine && measure.Share(index) < 0.1)
        {
            return true;
        }
        var links = 0;
        for (var i = index + 1; i < node.End && links < 3; i++)
        {
            links += tree.Nodes[i].Name == "a" ? 1 : 0;
            if (tree.Nodes[i].Name is "h1" or "article")
            {
                return false;
            }
        }
        return links >= 3 && measure.Share(index) < 0.5;
    }
}
