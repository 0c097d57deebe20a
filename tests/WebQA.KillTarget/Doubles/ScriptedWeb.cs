using System.Text;
using WebQA.Core.Browsing;

namespace WebQA.KillTarget.Doubles;

/// <summary>A web made on the spot: each query has one result, each result a page of numbered sentences; all of it goes through the real archive.</summary>
internal sealed class ScriptedWeb(IPageArchive archive, TimeProvider clock) : IEnvironment
{
    public static readonly EnvironmentInfo Identity = new("scripted-web", new string('e', 64), "A scripted web");

    public EnvironmentInfo Info => Identity;

    public async Task<TextPage> SearchAsync(string query, CancellationToken cancellationToken = default)
    {
        var subject = query.Split(' ')[^1];
        var page = new TextPage(
            new PageContent
            {
                Kind = PageKind.SearchResults,
                RequestedUrl = query,
                Title = $"Search results for: {query}",
                Text = $"【0†Page of {subject}†pages.example】\nSentence 0 of the page.",
                Links = [new PageLink(0, $"Page of {subject}", $"https://pages.example/{subject}", "pages.example")],
            },
            clock.GetUtcNow());
        await archive.StoreAsync(page, null, cancellationToken);
        return page;
    }

    public async Task<TextPage> OpenAsync(string url, CancellationToken cancellationToken = default)
    {
        var subject = url[(url.LastIndexOf('/') + 1)..];
        var text = string.Join("\n\n", Enumerable.Range(0, 40).Select(i => $"Sentence {i} of the page of {subject}."));
        var bytes = Encoding.UTF8.GetBytes($"<p>{text}</p>");
        var snapshot = new PageSnapshot(new Uri(url), new Uri(url), "text/html", bytes, clock.GetUtcNow());
        var page = new TextPage(
            new PageContent
            {
                Kind = PageKind.Web,
                Url = url,
                RequestedUrl = url,
                Domain = "pages.example",
                Title = $"Page of {subject}",
                Text = text,
                SnapshotSha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)),
            },
            clock.GetUtcNow());
        await archive.StoreAsync(page, snapshot, cancellationToken);
        return page;
    }

    public async Task<TextPage> ReadAsync(string pageSha256, CancellationToken cancellationToken = default) =>
        await archive.ReadPageAsync(pageSha256, cancellationToken) ?? throw new PageNotStoredException(pageSha256);
}
