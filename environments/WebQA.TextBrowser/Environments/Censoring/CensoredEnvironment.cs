using WebQA.Core.Browsing;
using WebQA.TextBrowser.Pages;

namespace WebQA.TextBrowser.Environments.Censoring;

/// <summary>A web as one question may see it: a page that holds the question is an error page, and a result that does is left out.</summary>
/// <remarks>
/// The inner web has kept the page as it is, and the message is kept too, so the step that asked for it (failed, with the message's title)
/// can be shown again as it was. What is compared is what would have been shown.
/// </remarks>
internal sealed class CensoredEnvironment(IEnvironment inner, CheatingFilter filter, IPageArchive archive) : IEnvironment
{
    public EnvironmentInfo Info => inner.Info;

    public async Task<TextPage> SearchAsync(string query, CancellationToken cancellationToken = default)
    {
        var page = await inner.SearchAsync(query, cancellationToken);
        if (page.Kind != PageKind.SearchResults || page.Links.Count == 0)
        {
            return page;
        }
        SearchResult[] results = [.. ResultsPage.Read(page)];
        SearchResult[] shown = [.. results.Where(r => !filter.Matches(r.Title) && !filter.Matches(r.Snippet))];
        return shown.Length == results.Length ? page : await KeepAsync(ResultsPage.Create(query, shown, page.FetchedAt), cancellationToken);
    }

    public async Task<TextPage> OpenAsync(string url, CancellationToken cancellationToken = default)
    {
        var page = await inner.OpenAsync(url, cancellationToken);
        return page.Kind == PageKind.Web && (filter.Matches(page.Title) || filter.Matches(page.PlainText))
            ? await KeepAsync(Hidden(page), cancellationToken)
            : page;
    }

    public Task<TextPage> ReadAsync(string pageSha256, CancellationToken cancellationToken = default) => inner.ReadAsync(pageSha256, cancellationToken);

    private static TextPage Hidden(TextPage page) => ErrorPage.Create(
        page.Url,
        "The page is hidden",
        "This page holds the words of the question or of a known answer to it, so it is not shown in this environment. Go back and try another link.",
        page.FetchedAt);

    private async Task<TextPage> KeepAsync(TextPage page, CancellationToken cancellationToken)
    {
        await archive.StoreAsync(page, snapshot: null, cancellationToken);
        return page;
    }
}
