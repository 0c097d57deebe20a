using WebQA.Core.Browsing;
using WebQA.TextBrowser.Fetching.Guard;
using WebQA.TextBrowser.Fetching.Http;
using WebQA.TextBrowser.Fetching.Robots;

namespace WebQA.TextBrowser.Environments.Creation.Sites;

/// <summary>Asks sites for pages as a polite reader does: by the guard, apart in time, and only for what their robots.txt allows, on every hop of a redirect too. For one reader at a time.</summary>
internal sealed class SiteAccess : IDisposable
{
    /// <summary>The name under which robots.txt files know this program.</summary>
    private const string Agent = "webqa";

    /// <summary>Sites that want more time between two requests are not read at all.</summary>
    public static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(2);

    private readonly GuardOptions _guard;
    private readonly TimeProvider _clock;
    private readonly HostSpacing _spacing;
    private readonly HttpPageFetcher _open;
    private readonly RobotsFiles _robots;
    private HttpPageFetcher? _pages;

    /// <summary>Access to sites.</summary>
    /// <param name="guard">What may be dialled.</param>
    /// <param name="delay">Time between two requests to a host, at the least.</param>
    /// <param name="clock">Measures.</param>
    public SiteAccess(GuardOptions guard, TimeSpan delay, TimeProvider clock)
    {
        (_guard, _clock, _spacing) = (guard, clock, new HostSpacing(delay, clock));
        _open = Fetcher(Sitemap.MaxBytes, delay, static (_, _) => Task.CompletedTask);
        _robots = new RobotsFiles(_open, Agent, clock);
    }

    /// <summary>Gets a page; where robots.txt forbids it, or a page to which it leads on, the failure's kind is <c>robots</c>.</summary>
    public async Task<FetchOutcome> FetchPageAsync(Uri url, CancellationToken cancellationToken)
    {
        await RobotsAsync(url, cancellationToken);
        _pages ??= Fetcher(PageIntake.MaxBytes, _spacing.Of(url), CheckAsync);
        try
        {
            return await _pages.FetchAsync(url, cancellationToken);
        }
        catch (RobotsRefusedException e)
        {
            return new FetchOutcome.Failed("robots", e.Message);
        }
    }

    /// <summary>Gets a sitemap, for which no robots.txt is asked: it is there for programs.</summary>
    public Task<FetchOutcome> FetchSitemapAsync(Uri url, CancellationToken cancellationToken) => _open.FetchAsync(url, cancellationToken);

    /// <summary>What the robots.txt of a page's host says; a longer wait that it asks for is kept from here on.</summary>
    public async Task<RobotsRules> RobotsAsync(Uri url, CancellationToken cancellationToken)
    {
        var rules = await _robots.RulesAsync(url, cancellationToken);
        if (rules.CrawlDelay is { } own)
        {
            _spacing.Ask(url, own < LongestDelay ? own : LongestDelay);
        }
        return rules;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _open.Dispose();
        _pages?.Dispose();
    }

    /// <summary>Each hop waits for its host's turn within the time for its headers, so that is longer by as much.</summary>
    private HttpPageFetcher Fetcher(int bytes, TimeSpan apart, Func<Uri, CancellationToken, Task> check)
    {
        var limits = new HttpLimits
        {
            Bytes = bytes,
            Headers = TimeSpan.FromSeconds(15) + apart,
            Total = TimeSpan.FromSeconds(90) + (6 * apart),
            RetryDelay = TimeSpan.FromSeconds(2),
            LongestPause = TimeSpan.FromMinutes(1),
        };
        var handler = new PoliteHandler(check, _spacing, new GuardedConnections(_guard).CreateHandler());
        return new HttpPageFetcher(new UrlRules(_guard), new HttpMessageInvoker(handler), limits, _clock);
    }

    private async Task CheckAsync(Uri url, CancellationToken cancellationToken)
    {
        if (!(await RobotsAsync(url, cancellationToken)).Allows(url))
        {
            throw new RobotsRefusedException(url);
        }
    }

    /// <summary>Checks and waits before each request, hops of redirects included.</summary>
    private sealed class PoliteHandler(Func<Uri, CancellationToken, Task> check, HostSpacing spacing, HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await check(request.RequestUri!, cancellationToken);
            await spacing.WaitAsync(request.RequestUri!, cancellationToken);
            return await base.SendAsync(request, cancellationToken);
        }
    }

    /// <summary>A site's robots.txt forbids an address.</summary>
    private sealed class RobotsRefusedException(Uri url) : Exception($"The robots.txt of {url.Host} does not allow {url.PathAndQuery}.");
}
