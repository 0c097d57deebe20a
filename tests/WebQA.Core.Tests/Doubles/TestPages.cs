using System.Text;
using WebQA.Core.Browsing;

namespace WebQA.Core.Tests.Doubles;

internal static class TestPages
{
    public static readonly DateTimeOffset Noon = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);

    public static TextPage Web(string url, string title, string text, params PageLink[] links) =>
        new(new PageContent { Kind = PageKind.Web, Url = url, RequestedUrl = url, Domain = new Uri(url).Host, Title = title, Text = text, Links = links }, Noon);

    public static TextPage Error(string url, string message) =>
        new(new PageContent { Kind = PageKind.Error, Url = url, RequestedUrl = url, Domain = new Uri(url).Host, Title = "Page not read", Text = message }, Noon);

    public static TextPage Results(string query, params SearchResult[] results)
    {
        var text = new StringBuilder();
        var links = new List<PageLink>();
        foreach (var result in results)
        {
            var domain = new Uri(result.Url).Host;
            text.Append($"【{links.Count}†{result.Title}†{domain}】\n{result.Snippet}\n\n");
            links.Add(new PageLink(links.Count, result.Title, result.Url, domain));
        }
        return new(new PageContent { Kind = PageKind.SearchResults, RequestedUrl = query, Title = $"Search results for: {query}", Text = text.ToString().TrimEnd('\n'), Links = links }, Noon);
    }
}
