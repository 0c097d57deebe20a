using WebQA.Core.Browsing;

namespace WebQA.TextBrowser.Pages.Html;

/// <summary>Site, authors and dates of a page, from JSON-LD, <c>meta</c> elements, microdata, and at last its first <c>time</c>.</summary>
internal static class HtmlMetadata
{
    private static readonly string[] SiteNames = ["og:site_name", "application-name", "dc.publisher", "twitter:site"];

    private static readonly string[] AuthorNames = ["author", "article:author", "article:author_name", "dc.creator", "dcterms.creator", "citation_author", "parsely-author", "sailthru.author", "byl"];

    private static readonly string[] PublishedNames =
    [
        "article:published_time", "og:published_time", "datepublished", "date", "pubdate", "publishdate", "publication_date", "dc.date", "dc.date.issued", "dcterms.issued", "dcterms.created",
        "dcterms.date", "citation_publication_date", "citation_date", "parsely-pub-date", "sailthru.date",
    ];

    private static readonly string[] ModifiedNames = ["article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "last-modified", "lastmod"];

    /// <summary>What a page says; null where it says nothing.</summary>
    public static PageMetadata? Of(PageTree tree, IReadOnlyList<string> linkedData)
    {
        var data = JsonLinkedData.Read(linkedData);
        var metas = Metas(tree);
        var marked = data.Authors.Count > 0 || metas.ContainsKey("author") ? [] : MarkedAuthors(tree);
        string[] fromMeta = [.. All(metas, AuthorNames).Select(MetadataValue.Name).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Take(MetadataValue.MaxNames)];
        var metadata = new PageMetadata
        {
            Site = All(metas, SiteNames).Select(MetadataValue.Name).FirstOrDefault(n => n is not null) ?? data.Site,
            Authors = data.Authors.Count > 0 ? data.Authors : fromMeta.Length > 0 ? fromMeta : marked,
            Published = data.Published ?? Day(metas, PublishedNames) ?? FirstTime(tree),
            Modified = data.Modified ?? Day(metas, ModifiedNames),
        };
        return metadata is { Site: null, Authors.Count: 0, Published: null, Modified: null } ? null : metadata;
    }

    /// <summary>The contents of the <c>meta</c> elements by name, property or microdata, in lower case.</summary>
    private static Dictionary<string, List<string>> Metas(PageTree tree)
    {
        var metas = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var node in tree.Nodes)
        {
            if (node.Name == "meta" && (node.Attribute("name") ?? node.Attribute("property") ?? node.Attribute("itemprop")) is { Length: > 0 and < 100 } name
                && node.Attribute("content") is { Length: > 0 and < 1_000 } content)
            {
                name = name.Trim().ToLowerInvariant();
                if (!metas.TryGetValue(name, out var contents))
                {
                    metas.Add(name, contents = []);
                }
                contents.Add(content);
            }
        }
        return metas;
    }

    private static List<string> All(Dictionary<string, List<string>> metas, string[] names) =>
        names.Select(n => metas.GetValueOrDefault(n)).FirstOrDefault(c => c is not null && c.Exists(t => MetadataValue.Name(t) is not null)) ?? [];

    private static DateOnly? Day(Dictionary<string, List<string>> metas, string[] names) =>
        names.SelectMany(n => metas.GetValueOrDefault(n) ?? []).Select(MetadataValue.Day).FirstOrDefault(d => d is not null);

    /// <summary>Names that links and microdata mark as the author's.</summary>
    private static string[] MarkedAuthors(PageTree tree)
    {
        var names = new List<string>();
        for (var i = 0; i < tree.Nodes.Count && names.Count < MetadataValue.MaxNames; i++)
        {
            var node = tree.Nodes[i];
            if (node.Name is "a" or "span" or "div" or "p" or "address" or "cite"
                && (node.Attribute("rel") is "author" || node.Attribute("itemprop") is "author" || node.Name == "a" && node.Attribute("class") is "author" or "url fn n"))
            {
                if (!node.IsHidden && MetadataValue.Name(node.Element!.TextContent) is { } name && !names.Contains(name, StringComparer.OrdinalIgnoreCase))
                {
                    names.Add(name);
                }
                i = node.End - 1;
            }
        }
        return [.. names];
    }

    /// <summary>The day of the first <c>time</c> of the page; those that microdata calls the day of publication go before.</summary>
    private static DateOnly? FirstTime(PageTree tree)
    {
        var times = tree.Nodes.Where(n => n.Name == "time" && Stamp(n) is not null).ToList();
        return times.Where(t => t.Attribute("itemprop") is "datePublished" || t.Element!.HasAttribute("pubdate")).Concat(times)
            .Select(t => MetadataValue.Day(Stamp(t)))
            .FirstOrDefault(d => d is not null);
    }

    private static string? Stamp(PageNode time) => time.Attribute("datetime") ?? time.Attribute("content");
}
