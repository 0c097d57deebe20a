using System.Runtime.CompilerServices;
using WebQA.Core.Browsing;
using WebQA.TextBrowser.Fetching.Guard;
using WebQA.TextBrowser.Fetching.Http;
using WebQA.TextBrowser.Fetching.Robots;

namespace WebQA.TextBrowser.Environments.Creation.Sites;

/// <summary>The pages that a site names in its sitemap, read politely: by its robots.txt, one request at a time and apart in time.</summary>
/// <param name="address">A sitemap, an index of sitemaps, or the site's first page, whose robots.txt names them.</param>
/// <param name="guard">What may be dialled; private origins only where they are listed.</param>
/// <param name="delay">Time between two requests to a host, at the least; a longer one that the site asks for is kept.</param>
/// <param name="clock">Measures and stamps.</param>
public sealed class SiteSource(Uri address, GuardOptions guard, TimeSpan delay, TimeProvider clock) : IPageSource
{
    /// <summary>Failures in a row after which a site counts as down.</summary>
    private const int PatienceWithFailures = 8;

    private const int MaxSitemaps = 2_000;
    private const int MaxAddresses = 1_000_000;

    /// <inheritdoc/>
    public string Identity => address.AbsoluteUri;

    /// <inheritdoc/>
    public int? Total { get; private set; }

    /// <inheritdoc/>
    public async IAsyncEnumerable<SourceItem> ReadAsync(Predicate<string> isDone, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var access = new SiteAccess(guard, delay, clock);
        var robots = await RobotsAsync(access, cancellationToken);
        var addresses = await AddressesAsync(access, robots, cancellationToken);
        Total = addresses.Count;
        // Failures are held back until the site answers again: while it is down, nothing is given up for good.
        var failed = new List<SourceItem.Skipped>();
        foreach (var text in addresses.Where(a => !isDone(a)))
        {
            var item = UrlOf(text) is { } url ? await ReadAsync(access, text, url, cancellationToken) : new SourceItem.Skipped(text, SkipReason.BadAddress);
            if (item is SourceItem.Skipped { Reason: SkipReason.Unreachable } failure)
            {
                failed.Add(failure);
                if (failed.Count == PatienceWithFailures)
                {
                    throw new PageSourceException($"{address.Host} did not answer {failed.Count} times in a row. {failure.Detail} What was taken is kept: go on later with --resume.");
                }
                continue;
            }
            foreach (var held in failed)
            {
                yield return held;
            }
            failed.Clear();
            yield return item;
        }
        foreach (var held in failed)
        {
            yield return held;
        }
    }

    private async Task<RobotsRules> RobotsAsync(SiteAccess access, CancellationToken cancellationToken)
    {
        var robots = await access.RobotsAsync(address, cancellationToken);
        return robots.CrawlDelay > SiteAccess.LongestDelay
            ? throw new PageSourceException($"The robots.txt of {address.Host} asks for {robots.CrawlDelay.Value.TotalSeconds:0} seconds between two requests, which is more than is waited ({SiteAccess.LongestDelay.TotalSeconds:0}). Ask the site for a copy.")
            : robots;
    }

    /// <summary>The addresses of pages in the order of the sitemaps, each once.</summary>
    private async Task<IReadOnlyList<string>> AddressesAsync(SiteAccess access, RobotsRules robots, CancellationToken cancellationToken)
    {
        var isRoot = address.PathAndQuery == "/";
        var open = new Queue<string>(!isRoot ? [address.AbsoluteUri] : robots.Sitemaps.Count > 0 ? robots.Sitemaps : [new Uri(address, "/sitemap.xml").AbsoluteUri]);
        var seen = new HashSet<string>(open, StringComparer.Ordinal);
        var addresses = new HashSet<string>(StringComparer.Ordinal);
        string? fault = null;
        while (open.TryDequeue(out var text) && seen.Count <= MaxSitemaps && addresses.Count < MaxAddresses)
        {
            var (sitemap, problem) = await SitemapAsync(access, text, cancellationToken);
            fault ??= problem;
            addresses.UnionWith(sitemap?.Pages ?? []);
            foreach (var more in (sitemap?.Sitemaps ?? []).Where(seen.Add))
            {
                open.Enqueue(more);
            }
        }
        return addresses.Count > 0 ? [.. addresses] : throw new PageSourceException(fault ?? $"The sitemap of {address.Host} names no page.");
    }

    private static async Task<(Sitemap? Sitemap, string? Fault)> SitemapAsync(SiteAccess access, string text, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url))
        {
            return (null, $"'{text}' is not the address of a sitemap.");
        }
        return await access.FetchSitemapAsync(url, cancellationToken) switch
        {
            FetchOutcome.Fetched { Snapshot.Bytes: var bytes } => Sitemap.Read(bytes) is { } sitemap
                ? (sitemap, null)
                : (null, $"{text} is not a sitemap (XML or a list of addresses). Name the site's sitemap, or a folder of pages."),
            FetchOutcome.Failed failed when HttpPageFetcher.IsRefusal(failed) => throw new PageSourceException(failed.Message) { IsRefused = true },
            FetchOutcome.Failed failed => (null, $"The sitemap {text} cannot be read: {failed.Message}"),
            var other => throw new InvalidOperationException($"Unknown outcome {other.GetType().Name}."),
        };
    }

    private async Task<SourceItem> ReadAsync(SiteAccess access, string key, Uri url, CancellationToken cancellationToken)
    {
        if (!url.Host.Equals(address.Host, StringComparison.OrdinalIgnoreCase))
        {
            return new SourceItem.Skipped(key, SkipReason.OtherSite);
        }
        return await access.FetchPageAsync(url, cancellationToken) switch
        {
            FetchOutcome.Fetched { Snapshot: var page } => page.FinalUrl.Host.Equals(address.Host, StringComparison.OrdinalIgnoreCase)
                ? new SourceItem.Page(key, page.FinalUrl, page.ContentType, page.Bytes) { At = page.FetchedAt, Aliases = page.FinalUrl == url ? [] : [url] }
                : new SourceItem.Skipped(key, SkipReason.OtherSite),
            FetchOutcome.Failed failed => new SourceItem.Skipped(key, ReasonOf(failed)) { Detail = $"{url}: {failed.Message}" },
            var other => throw new InvalidOperationException($"Unknown outcome {other.GetType().Name}."),
        };
    }

    private static Uri? UrlOf(string text) => Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? url : null;

    private static string ReasonOf(FetchOutcome.Failed failed) => failed.Kind switch
    {
        "robots" => SkipReason.Robots,
        "unsupported_type" => SkipReason.OtherType,
        "too_large" or "decompression_bomb" => SkipReason.TooLarge,
        "timeout" or "connect" or "dns" or "server_error" or "throttled" => SkipReason.Unreachable,
        _ when HttpPageFetcher.IsRefusal(failed) => SkipReason.Refused,
        _ => SkipReason.HttpError,
    };
}
