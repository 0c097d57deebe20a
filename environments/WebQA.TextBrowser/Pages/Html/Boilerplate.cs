using System.Collections.Frozen;

namespace WebQA.TextBrowser.Pages.Html;

/// <summary>Tells by its element, role, name and links what is not main content.</summary>
/// <param name="tree">The page.</param>
/// <param name="measure">Its text.</param>
/// <param name="byNames">Whether classes and ids count, or only elements, roles and links.</param>
internal sealed class Boilerplate(PageTree tree, TextMeasure measure, bool byNames)
{
    private static readonly FrozenSet<string> Roles = Words(
        "navigation banner contentinfo complementary search dialog alertdialog alert menu menubar toolbar tablist tooltip status");

    private static readonly FrozenSet<string> Comments = Words("comment comments commentlist commentform commentary respond disqus replies reply kommentare kommentar commentaires");

    private static readonly FrozenSet<string> Notes = Words("note notes footnote footnotes endnotes reference references refs sources bibliography citations");

    private static readonly FrozenSet<string> Names = Words(
        """
        ad ads adv advert adverts advertisement advertising adsense anzeige sponsor sponsored promo promotion promoted teaser teasers banner breadcrumb breadcrumbs crumb
        crumbs cookie cookies consent copyright colophon imprint footer foot masthead topbar navbar nav navi navigation menu submenu sitemap pager pagination paging
        pagenav prevnext sidebar sidebars rail related recommended recommendations recommend readmore similar outbrain taboola share shares sharing sharebar sharedaddy
        social socials socialmedia follow newsletter subscribe subscription signup signin login register search searchform searchbox skip skiplink tag tags tagcloud
        taglist keywords toolbar tools tool widget widgets popup modal overlay lightbox rating ratings vote votes sig signature avatar postprofile authorbox authorbio
        bio rss feed print noprint shoutbox calendar archives blogroll trending popular mostread bestseller donate paywall metered
        """);

    /// <summary>Classes come again and again on a page, so each is taken apart once.</summary>
    private readonly Dictionary<(string? Class, string? Id), NameKind> _kinds = [];

    private readonly record struct NameKind(bool IsComments, bool IsBoilerplate);

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
            case "nav" or "aside":
                return true;
            case "footer":
                return !(IsNotes(node) && IsInArticle(index));
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
        return byNames && IsNamedBoilerplate(node, measure.Share(index)) || IsListOfLinks(index, node);
    }

    private bool IsNamedBoilerplate(PageNode node, double share)
    {
        var key = (node.Attribute("class"), node.Attribute("id"));
        if (key is (null, null))
        {
            return false;
        }
        if (!_kinds.TryGetValue(key, out var kind))
        {
            var names = NameTokens.Of(node);
            kind = new NameKind(names.Overlaps(Comments), names.Overlaps(Names) && !names.Overlaps(Notes));
            _kinds.Add(key, kind);
        }
        return kind.IsComments && share < 0.7 || kind.IsBoilerplate && share < 0.35;
    }

    /// <summary>Whether an element's name says that it holds footnotes or references.</summary>
    public static bool IsNotes(PageNode node) => node.Element is not null && NameTokens.Of(node).Overlaps(Notes);

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

    private static FrozenSet<string> Words(string words) =>
        words.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
