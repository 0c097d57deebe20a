using System.Diagnostics.CodeAnalysis;
using WebQA.Core.Browsing;

namespace WebQA.TextBrowser.Pages;

/// <summary>The links of a page: ids count from 0 in page order, and the same absolute URL keeps one id.</summary>
/// <param name="pageDomain">The page's own domain, which its links do not repeat.</param>
public sealed class LinkTable(string pageDomain)
{
    /// <summary>Longest URL that becomes a link, in UTF-16 units; the words of a longer one stay plain text.</summary>
    public const int MaxUrlLength = 2_000;

    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly List<PageLink> _links = [];

    /// <summary>The links so far, by id.</summary>
    public IReadOnlyList<PageLink> Links => _links;

    /// <summary>The absolute URL of a link, without its fragment; false for what a text browser cannot open (mail, script, a place on the same page, broken URLs).</summary>
    /// <param name="baseUrl">What relative links refer to; null where only absolute ones count.</param>
    /// <param name="href">As the page gives it.</param>
    /// <param name="url">http or https.</param>
    public static bool TryResolve(Uri? baseUrl, string href, [NotNullWhen(true)] out Uri? url)
    {
        url = null;
        if (href.Length > MaxUrlLength)
        {
            return false;
        }
        href = href.Trim().Replace("\n", "", StringComparison.Ordinal).Replace("\r", "", StringComparison.Ordinal).Replace("\t", "", StringComparison.Ordinal);
        if (href.StartsWith('#'))
        {
            return false;
        }
        var isResolved = baseUrl is null
            ? Uri.TryCreate(href, UriKind.Absolute, out var absolute)
            : Uri.TryCreate(baseUrl, href, out absolute);
        if (!isResolved || absolute!.Scheme is not ("http" or "https") || absolute.IdnHost.Length == 0)
        {
            return false;
        }
        url = absolute.Fragment.Length == 0 ? absolute : new UriBuilder(absolute) { Fragment = string.Empty }.Uri;
        return true;
    }

    /// <summary>Gives a link its id; the mark begins with <see cref="Opening"/> and ends with <see cref="Close"/>.</summary>
    /// <param name="url">As resolved by <see cref="TryResolve"/>.</param>
    public int Open(Uri url)
    {
        var key = url.AbsoluteUri;
        if (!_ids.TryGetValue(key, out var id))
        {
            id = _links.Count;
            _ids.Add(key, id);
            _links.Add(new PageLink(id, string.Empty, key, PageDomain.Of(url)));
        }
        return id;
    }

    /// <summary>What stands before a link's words.</summary>
    public static string Opening(int id) => $"【{id}†";

    /// <summary>Names a link by its words, unless an earlier link to the same URL has named it, and returns what stands after them.</summary>
    public string Close(int id, string text)
    {
        if (_links[id].Text.Length == 0)
        {
            _links[id] = _links[id] with { Text = text };
        }
        return _links[id].Domain == pageDomain ? "】" : $"†{_links[id].Domain}】";
    }
}
