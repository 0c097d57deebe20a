using Microsoft.Extensions.Logging;
using WebQA.Core.Browsing;
using WebQA.TextBrowser.Environments.Domains;
using WebQA.TextBrowser.Fetching;
using WebQA.TextBrowser.Fetching.Guard;
using WebQA.TextBrowser.Fetching.Http;
using WebQA.TextBrowser.Pages;
using WebQA.TextBrowser.Search;

namespace WebQA.TextBrowser.Environments;

/// <summary>An environment that is in use, with what must be closed after it.</summary>
/// <param name="Environment">The environment.</param>
/// <param name="Index">Its index over its own pages; null where it has none.</param>
/// <param name="Web">Asks the real web; null where it does not.</param>
internal sealed record OpenedEnvironment(WebEnvironment Environment, LocalSearchEngine? Index, HttpPageFetcher? Web) : IAsyncDisposable
{
    /// <summary>Puts an environment together from its definition. Nothing is searched or fetched yet.</summary>
    public static OpenedEnvironment Open(
        EnvironmentInfo info, EnvironmentDefinition definition, FolderPages pages, string folder, TextBrowserOptions options, EnvironmentParts parts, ILoggerFactory loggers)
    {
        var web = definition.IsLive ? WebOf(definition, parts) : null;
        IPageFetcher fetcher = new FolderFetcher(pages, definition.Limits.PageBytes, parts.Clock);
        if (web is not null)
        {
            fetcher = new LivePageFetcher(pages, fetcher, web);
        }
        var reader = new PageReader(parts.Pdf, new BlockedDomains(definition.BlockedDomains).Contains);
        var ladder = new FetchLadder(fetcher, reader, parts.RendererFor(definition.UnsandboxedRendering), definition.Limits, parts.Clock);
        var search = new LocalSearchOptions
        {
            IndexFolder = Path.Combine(options.DataFolder, "index", definition.Name),
            ShippedVectors = Path.Combine(folder, "passages.vectors"),
        };
        var index = definition.Engines.Any(e => e.IsLocal)
            ? new LocalSearchEngine(search, new FolderSearchPages(pages, ladder, info.Hash), parts.Embedder, loggers.CreateLogger<LocalSearchEngine>())
            : null;
        ISearchEngine[] engines = [.. definition.Engines.Where(e => e.IsLocal).Select(_ => index!)];
        return new OpenedEnvironment(new WebEnvironment(info, definition, engines, ladder, parts.Archive, parts.Clock), index, web);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Index is not null)
        {
            await Index.DisposeAsync();
        }
        Web?.Dispose();
    }

    private static HttpPageFetcher WebOf(EnvironmentDefinition definition, EnvironmentParts parts) => HttpPageFetcher.Create(
        parts.Clock,
        new GuardOptions { PrivateOrigins = definition.PrivateOrigins },
        new HttpLimits { Bytes = definition.Limits.PageBytes, Total = definition.Limits.Fetch },
        parts.Resolver,
        parts.Dialler);
}
