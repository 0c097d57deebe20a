using Microsoft.Extensions.Logging;
using WebQA.Core.Browsing;
using WebQA.TextBrowser.Environments.Domains;
using WebQA.TextBrowser.Fetching;
using WebQA.TextBrowser.Fetching.Guard;
using WebQA.TextBrowser.Fetching.Http;
using WebQA.TextBrowser.Pages;
using WebQA.TextBrowser.Rendering;
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
        var blocked = new BlockedDomains(definition.BlockedDomains);
        var folderFetcher = new FolderFetcher(pages, definition.Limits.PageBytes, parts.Clock);
        var reader = new PageReader(parts.Pdf, blocked.Contains);
        var renderer = pages.IsListed && !definition.IsLive ? new StaticRenderer() : parts.RendererFor(definition.UnsandboxedRendering);
        var guard = new GuardOptions { PrivateOrigins = new ReadableOrigins(definition.PrivateOrigins, definition.Engines, parts.Engines.Settings), Connect = definition.Limits.Connect };
        var web = definition.IsLive ? WebOf(definition.Limits, guard, parts) : null;
        var ladder = web is null
            ? new FetchLadder(folderFetcher, reader, renderer, definition.Limits, parts.Clock)
            : new FetchLadder(
                new LivePageFetcher(pages, folderFetcher, web),
                reader,
                renderer,
                // The web's own limit ends first: it knows which site it waited for, and for what.
                definition.Limits with { Fetch = definition.Limits.Fetch + TimeSpan.FromSeconds(1) },
                parts.Clock,
                new RecentPages(parts.Archive, new UrlRules(guard), pages, blocked.Contains, definition.Limits.ArchiveAge, parts.Clock),
                definition.UsesArchivedCopies ? new ArchivedCopies(web, parts.WebArchive) : null);
        var search = new LocalSearchOptions
        {
            IndexFolder = Path.Combine(options.DataFolder, "index", definition.Name),
            ShippedVectors = Path.Combine(folder, "passages.vectors"),
        };
        var index = definition.Engines.Any(e => e.IsLocal)
            ? new LocalSearchEngine(search, new FolderSearchPages(pages, ladder, info.Hash), parts.Embedder, loggers.CreateLogger<LocalSearchEngine>())
            : null;
        ISearchEngine[] engines = [.. definition.Engines.Select(e => e.IsLocal ? index! : parts.Engines.Create(e, definition.PrivateOrigins))];
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

    private static HttpPageFetcher WebOf(EnvironmentLimits limits, GuardOptions guard, EnvironmentParts parts) => HttpPageFetcher.Create(
        parts.Clock,
        guard,
        new HttpLimits { Redirects = limits.Redirects, Bytes = limits.PageBytes, Headers = limits.Headers, Total = limits.Fetch },
        parts.Resolver,
        parts.Dialler);
}
