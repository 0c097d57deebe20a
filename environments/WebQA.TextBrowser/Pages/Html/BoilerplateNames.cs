using System.Collections.Frozen;

namespace WebQA.TextBrowser.Pages.Html;

/// <summary>What the classes and the id of an element say about it. Names come again and again on a page, so each is taken apart once.</summary>
internal sealed class BoilerplateNames
{
    private static readonly FrozenSet<string> Teasers = Words("teaser teasers");

    private static readonly FrozenSet<string> Comments = Words("comment comments commentlist commentform commentary respond disqus replies reply kommentare kommentar commentaires");

    private static readonly FrozenSet<string> Notes = Words("note notes footnote footnotes endnotes reference references refs sources bibliography citations");

    private static readonly FrozenSet<string> Boilerplate = Words(
        """
        ad ads adv advert adverts advertisement advertising adsense anzeige sponsor sponsored promo promotion promoted banner breadcrumb breadcrumbs crumb
        crumbs cookie cookies consent copyright colophon imprint footer foot masthead topbar navbar nav navi navigation menu submenu sitemap pager pagination paging
        pagenav prevnext sidebar sidebars rail related recommended recommendations recommend readmore similar outbrain taboola share shares sharing sharebar sharedaddy
        social socials socialmedia follow newsletter subscribe subscription signup signin login register search searchform searchbox skip skiplink tag tags tagcloud
        taglist keywords toolbar tools tool widget widgets popup modal overlay lightbox rating ratings vote votes sig signature avatar postprofile authorbox authorbio
        bio rss feed print noprint shoutbox calendar archives blogroll trending popular mostread bestseller donate paywall metered
        """);

    private static readonly FrozenSet<string> Details = Words(
        """
        biography readingtime readtime lesezeit credit credits photocredit category categories kategorie kategorien cat catlinks disclaimer affiliate citation appstores appstore
        button buttons btn cta postnav permalink tweet jp relatedposts suggest suggested suggestion suggestions recirc recirculation mostviewed abo werbung reklama publicidad
        nextstory nextpost adjacent notice hinweis abowerbung contact kontakt linkbox recommande utility promobox infolinks
        """);

    private static readonly FrozenSet<string> Bylines = Words(
        """
        author authors authorinfo authorcard authordate byline bylines meta metadata metainfo metaline postmeta entrymeta articlemeta date dateline datetime datum published pubdate
        publishdate timestamp posttime lastupdated postinfo entryinfo autor autoren auteur fecha data
        """);

    private readonly Dictionary<(string? Class, string? Id), NameKind> _kinds = [];

    /// <summary>The kind of an element.</summary>
    public NameKind Of(PageNode node)
    {
        // A heading's id is made of its words.
        var isHeading = node.Name is ['h', >= '1' and <= '6'];
        var key = (node.Attribute("class"), isHeading ? null : node.Attribute("id"));
        if (key is (null, null))
        {
            return default;
        }
        if (!_kinds.TryGetValue(key, out var kind))
        {
            var names = NameTokens.Of(key.Item1, key.Item2);
            var isNotes = names.Overlaps(Notes);
            kind = new NameKind(
                names.Overlaps(Comments), !isNotes && names.Overlaps(Boilerplate), !isNotes && names.Overlaps(Details), !isNotes && names.Overlaps(Bylines), names.Overlaps(Teasers));
            _kinds.Add(key, kind);
        }
        return kind;
    }

    /// <summary>Whether an element's name says that it holds footnotes or references.</summary>
    public static bool IsNotes(PageNode node) => node.Element is not null && NameTokens.Of(node).Overlaps(Notes);

    private static FrozenSet<string> Words(string words) =>
        words.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}

/// <summary>What a name says.</summary>
/// <param name="IsComments">Comments of readers.</param>
/// <param name="IsBoilerplate">Navigation, advertising, offers to share, boxes.</param>
/// <param name="IsDetails">What stands beside a text: its category, its credits, buttons, notices.</param>
/// <param name="IsByline">Who wrote the text and when.</param>
/// <param name="IsTeaser">A text about another text, or the lead of this one.</param>
internal readonly record struct NameKind(bool IsComments, bool IsBoilerplate, bool IsDetails, bool IsByline, bool IsTeaser);
