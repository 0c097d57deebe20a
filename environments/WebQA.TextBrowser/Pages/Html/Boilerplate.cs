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

    private static readonly FrozenSet<string> Teasers = Words("teaser teasers");

    private static readonly FrozenSet<string> Comments = Words("comment comments commentlist commentform commentary respond disqus replies reply kommentare kommentar commentaires");

    private static readonly FrozenSet<string> Notes = Words("note notes footnote footnotes endnotes reference references refs sources bibliography citations");

    private static readonly FrozenSet<string> Names = Words(
        """
        ad ads adv advert adverts advertisement advertising adsense anzeige sponsor sponsored promo promotion promoted banner breadcrumb breadcrumbs crumb
        crumbs cookie cookies consent copyright colophon imprint footer foot masthead topbar navbar nav navi navigation menu submenu sitemap pager pagination paging
        pagenav prevnext sidebar sidebars rail related recommended recommendations recommend readmore similar outbrain taboola share shares sharing sharebar sharedaddy
        social socials socialmedia follow newsletter subscribe subscription signup signin login register search searchform searchbox skip skiplink tag tags tagcloud
        taglist keywords toolbar tools tool widget widgets popup modal overlay lightbox rating ratings vote votes sig signature avatar postprofile authorbox authorbio
        bio rss feed print noprint shoutbox calendar archives blogroll trending popular mostread bestseller donate paywall metered
        """);

    /// <summary>What stands beside a text and tells about it: who wrote it and when; buttons, notices.</summary>
    private static readonly FrozenSet<string> Details = Words(
        """
        author authors authorinfo authorcard authordate byline bylines bio biography meta metadata metainfo metaline postmeta entrymeta articlemeta date dateline datetime datum published
        pubdate publishdate timestamp posttime lastupdated readingtime readtime lesezeit credit credits photocredit category categories kategorie kategorien cat catlinks postinfo entryinfo
        autor autoren auteur fecha data disclaimer affiliate citation appstores appstore button buttons btn cta prevnext postnav permalink tweet jp relatedposts suggest suggested
        suggestion suggestions recirc recirculation mostviewed abo werbung reklama publicidad nextstory nextpost adjacent notice hinweis abowerbung contact kontakt linkbox recommande utility promobox infolinks
        """);

    /// <summary>Longest text about a text, in characters.</summary>
    private const int MaxDetails = 600;

    /// <summary>Elements of one name and class beyond which they are entries of a list.</summary>
    private const int MaxRepeats = 3;

    /// <summary>Longest box that points elsewhere.</summary>
    private const int MaxPointer = 2_500;

    /// <summary>Longest line that points elsewhere without a link.</summary>
    private const int MaxPointerLine = 120;

    /// <summary>Longest text beside a date that is no sentence.</summary>
    private const int MaxDateWords = 25;

    /// <summary>Longest paragraph that is one link to elsewhere.</summary>
    private const int MaxLinkLine = 200;

    /// <summary>Classes come again and again on a page, so each is taken apart once.</summary>
    private readonly Dictionary<(string? Class, string? Id), NameKind> _kinds = [];

    private HashSet<(string Name, string? Class)>? _repeated;

    private readonly record struct NameKind(bool IsComments, bool IsBoilerplate, bool IsDetails, bool IsTeaser);

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
                return !(IsNotes(node) && IsInArticle(index));
            case "header":
                return measure.Share(index) < 0.5 && !HoldsTitle(index);
            case "form":
                return measure.Share(index) < 0.25;
            case "time":
                return IsDateline(index) && !IsRepeated(node);
        }
        if (measure.Text(index) == 0 || !ElementNames.Block.Contains(node.Name) && node.Name is not ("span" or "a"))
        {
            return false;
        }
        if (node.Attribute("role") is { } role && Roles.Contains(role))
        {
            return measure.Share(index) < 0.4;
        }
        return IsNamedBoilerplate(index, node) || IsPointer(index, node) || IsListOfLinks(index, node);
    }

    private bool IsNamedBoilerplate(int index, PageNode node)
    {
        var share = measure.Share(index);
        // A heading's id is made of its words.
        var key = (node.Attribute("class"), node.Attribute("id"));
        if (key is (null, null) || node.Name is ['h', >= '1' and <= '6'])
        {
            return false;
        }
        if (!_kinds.TryGetValue(key, out var kind))
        {
            var names = NameTokens.Of(node);
            kind = new NameKind(names.Overlaps(Comments), names.Overlaps(Names) && !names.Overlaps(Notes), names.Overlaps(Details) && !names.Overlaps(Notes), names.Overlaps(Teasers));
            _kinds.Add(key, kind);
        }
        // A teaser without a link is the lead of the text that follows it.
        return byNames && (kind.IsTeaser && share < 0.35 && measure.LinkShare(index) > 0.05 || kind.IsComments && share < 0.7 || kind.IsBoilerplate && share < 0.35)
            || kind.IsDetails && share < 0.15 && measure.Text(index) <= MaxDetails && !IsRepeated(node);
    }

    /// <summary>Who wrote what, and when, parts the posts of a thread and the entries of a list: there it is text.</summary>
    private bool IsRepeated(PageNode node)
    {
        _repeated ??= tree.Nodes.Where(n => n.Element is not null).CountBy(n => (n.Name, n.Attribute("class"))).Where(c => c.Value > MaxRepeats).Select(c => c.Key).ToHashSet();
        return _repeated.Contains((node.Name, node.Attribute("class")));
    }

    /// <summary>A date that stands alone, not in a sentence, a list or a table.</summary>
    private bool IsDateline(int index)
    {
        var parent = tree.Nodes[index].Parent;
        if (tree.Nodes[parent].Name is "td" or "th" or "li" or "dd" or "dt")
        {
            return false;
        }
        for (var child = parent + 1; child < tree.Nodes[parent].End; child = tree.Nodes[child].End)
        {
            if (tree.Nodes[child].Element is null && measure.Text(child) > MaxDateWords)
            {
                return false;
            }
        }
        return true;
    }

    /// <summary>Whether an element's name says that it holds footnotes or references.</summary>
    public static bool IsNotes(PageNode node) => node.Element is not null && NameTokens.Of(node).Overlaps(Notes);

    /// <summary>A box, a heading or a line that begins by pointing elsewhere; a box or a line that is mostly text of its own stays.</summary>
    private bool IsPointer(int index, PageNode node)
    {
        var (text, links) = (measure.Text(index), measure.LinkShare(index));
        var isHeading = node.Name is ['h', >= '1' and <= '6'];
        if (text > MaxPointer || node.Name is "h1" or "td" or "th" or "tr" or "tbody" or "table" || !isHeading && text > MaxPointerLine && links < 0.3 || measure.Share(index) > 0.2)
        {
            return false;
        }
        return PointerPhrases.Begins(PointerPhrases.Beginning(tree, index));
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

    private static FrozenSet<string> Words(string words) =>
        words.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
