using System.Text;
using WebQA.Core.Browsing;

namespace WebQA.TextBrowser.Pages;

/// <summary>The results of a search as a page: for each result a link line, its snippet and a blank line.</summary>
/// <remarks>WebGPT appendix A and its figure 1b.</remarks>
public static class ResultsPage
{
    /// <summary>The results that a results page shows, best first.</summary>
    public static IEnumerable<SearchResult> Read(TextPage page)
    {
        foreach (var block in page.Text.Split("\n\n"))
        {
            if (page.Links.FirstOrDefault(l => block.StartsWith(LinkTable.Opening(l.Id), StringComparison.Ordinal)) is { } link)
            {
                var lines = MarkedText.Parse(block).PlainText.Split('\n', 2);
                yield return new SearchResult(lines[0], link.Url, lines.Length > 1 ? lines[1] : string.Empty);
            }
        }
    }

    /// <summary>Makes a results page; results whose URL is not http or https are left out.</summary>
    /// <param name="query">As it was sent to the engine.</param>
    /// <param name="results">Best first.</param>
    /// <param name="time">When the search was made.</param>
    public static TextPage Create(string query, IReadOnlyList<SearchResult> results, DateTimeOffset time)
    {
        var links = new LinkTable(pageDomain: string.Empty);
        var text = new StringBuilder();
        foreach (var result in results)
        {
            if (!LinkTable.TryResolve(null, result.Url, out var url))
            {
                continue;
            }
            var title = PageTitle.OneLine(result.Title);
            title = title.Length > 0 ? title : PageTitle.OneLine(url.AbsoluteUri);
            var id = links.Open(url);
            text.Append(LinkTable.Opening(id)).Append(title).Append(links.Close(id, title)).Append('\n');
            var snippet = PageCharacters.OneLine(result.Snippet);
            if (snippet.Length > 0)
            {
                text.Append(snippet).Append('\n');
            }
            text.Append('\n');
        }
        return new TextPage(
            new PageContent
            {
                Kind = PageKind.SearchResults,
                RequestedUrl = query,
                Title = $"Search results for: {PageCharacters.OneLine(query)}",
                Text = text.Length == 0 ? "No results were found." : text.ToString().TrimEnd('\n'),
                Links = links.Links,
            },
            time);
    }
}
