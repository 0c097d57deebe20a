using WebQA.Core.Browsing;
using WebQA.Core.Questions;
using WebQA.TextBrowser.Environments.Censoring;
using WebQA.TextBrowser.Environments.Domains;
using WebQA.TextBrowser.Fetching;
using WebQA.TextBrowser.Pages;
using WebQA.TextBrowser.Search;

namespace WebQA.TextBrowser.Environments;

/// <summary>A web to browse: searches its engines, opens its pages, and keeps what it hands out. Shared by all episodes of a process.</summary>
public sealed class WebEnvironment : IEnvironment
{
    /// <summary>Asked for beyond the results that are shown, where some of them may be blocked.</summary>
    private const int SpareResults = 10;

    /// <summary>How long the results of an engine on the network stay the same for all.</summary>
    private static readonly TimeSpan SearchAge = TimeSpan.FromHours(24);

    /// <summary>Where the archive is not used: long enough for an episode, which must not see a page change.</summary>
    private static readonly TimeSpan LeastPageAge = TimeSpan.FromHours(1);

    private readonly EnvironmentDefinition _definition;
    private readonly IReadOnlyList<ISearchEngine> _engines;
    private readonly FetchLadder _ladder;
    private readonly IPageArchive _archive;
    private readonly SharedPages _pages;
    private readonly BlockedDomains _blocked;
    private readonly TimeProvider _clock;
    private readonly TimeSpan? _pageAge;
    private readonly TimeSpan? _searchAge;

    /// <summary>Creates an environment from its parts.</summary>
    /// <param name="info">Its identity.</param>
    /// <param name="definition">What its folder says.</param>
    /// <param name="engines">In the order in which they are asked.</param>
    /// <param name="ladder">Opens its pages.</param>
    /// <param name="archive">Keeps them.</param>
    /// <param name="clock">Stamps results pages, and tells when what was found on the network is asked for again.</param>
    public WebEnvironment(
        EnvironmentInfo info, EnvironmentDefinition definition, IReadOnlyList<ISearchEngine> engines, FetchLadder ladder, IPageArchive archive, TimeProvider clock)
    {
        (Info, _definition, _engines, _ladder, _archive, _clock) = (info, definition, engines, ladder, archive, clock);
        _pages = new SharedPages(archive, clock);
        _pageAge = !definition.IsLive ? null : definition.Limits.ArchiveAge > LeastPageAge ? definition.Limits.ArchiveAge : LeastPageAge;
        _searchAge = definition.IsLive || definition.Engines.Any(static e => !e.IsLocal) ? SearchAge : null;
        _blocked = new BlockedDomains(definition.BlockedDomains);
    }

    /// <inheritdoc/>
    public EnvironmentInfo Info { get; }

    /// <summary>What its folder says.</summary>
    public EnvironmentDefinition Definition => _definition;

    /// <summary>What this web covers, for people.</summary>
    public string Description => _definition.Description;

    /// <summary>How far the search index is; ready where no engine needs one.</summary>
    public IndexStatus SearchStatus => Prepared.FirstOrDefault()?.Status ?? new IndexStatus(IndexState.Ready, 0, 0);

    private IEnumerable<IPreparedSearchEngine> Prepared => _engines.OfType<IPreparedSearchEngine>();

    /// <summary>Begins to build the search index in the background; harmless where it is there.</summary>
    public void StartPreparing()
    {
        foreach (var engine in Prepared)
        {
            engine.StartPreparing();
        }
    }

    /// <summary>Waits until searches give what they will always give: for batches and evaluation, whose answers must not depend on the hour.</summary>
    /// <exception cref="SearchFailedException">The index could not be made; the message says why and what to do.</exception>
    public async Task WaitUntilReadyAsync(CancellationToken cancellationToken = default)
    {
        foreach (var engine in Prepared)
        {
            await engine.WaitUntilReadyAsync(cancellationToken);
        }
    }

    /// <inheritdoc/>
    public Task<TextPage> SearchAsync(string query, CancellationToken cancellationToken = default)
    {
        var sent = SearchQuery.Cut(query);
        return _pages.GetAsync($"search {sent}", _searchAge, () => SearchEnginesAsync(sent), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<TextPage> OpenAsync(string url, CancellationToken cancellationToken = default)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
        {
            return Refuse(url, "The address cannot be opened", "Only http and https addresses can be opened. Go back and try another link.");
        }
        if (_blocked.Contains(uri))
        {
            return Refuse(url, "The site is blocked", $"The site {PageDomain.Of(uri)} is not shown in this environment. Go back and try another link.");
        }
        var address = uri.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped);
        return _pages.GetAsync($"open {address}", _pageAge, () => OpenAllowedAsync(new Uri(address)), cancellationToken);

        Task<TextPage> Refuse(string asked, string title, string message) => _pages.GetAsync(
            $"open {asked}", age: null, () => Task.FromResult(new OpenedPage(ErrorPage.Create(asked, title, message, _clock.GetUtcNow()), null, IsLasting: true)), cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<TextPage> ReadAsync(string pageSha256, CancellationToken cancellationToken = default) =>
        await _pages.FindAsync(pageSha256, cancellationToken) ?? throw new PageNotStoredException(pageSha256);

    /// <inheritdoc/>
    public IEnvironment For(Question question, IReadOnlyList<string>? referenceAnswers = null)
    {
        var filter = new CheatingFilter(_definition.Censor switch
        {
            CensorRule.None => [],
            CensorRule.Question => [question.Text],
            _ => [question.Text, .. referenceAnswers ?? []],
        });
        return filter.IsEmpty ? this : new CensoredEnvironment(this, filter, _archive);
    }

    private async Task<OpenedPage> SearchEnginesAsync(string query)
    {
        var isReady = Prepared.All(static e => e.Status.State == IndexState.Ready);
        var faults = new List<string>();
        var count = _definition.Limits.Results + (_definition.BlockedDomains.Count > 0 ? SpareResults : 0);
        foreach (var engine in _engines)
        {
            try
            {
                var results = await engine.SearchAsync(query, count, CancellationToken.None);
                var shown = results.Where(r => !Uri.TryCreate(r.Url, UriKind.Absolute, out var url) || !_blocked.Contains(url)).Take(_definition.Limits.Results);
                return new OpenedPage(ResultsPage.Create(query, [.. shown], _clock.GetUtcNow()), null, IsLasting: isReady && faults.Count == 0);
            }
            catch (SearchFailedException e)
            {
                faults.Add($"{engine.Name}: {e.Message}");
            }
        }
        return new OpenedPage(ErrorPage.Create(string.Empty, "The search failed", string.Join('\n', faults), _clock.GetUtcNow()), null, IsLasting: false);
    }

    private async Task<OpenedPage> OpenAllowedAsync(Uri url)
    {
        var opened = await _ladder.OpenAsync(url, CancellationToken.None);
        return Uri.TryCreate(opened.Page.Url, UriKind.Absolute, out var final) && _blocked.Contains(final)
            ? new OpenedPage(
                ErrorPage.Create(url.AbsoluteUri, "The site is blocked", $"The link leads on to {PageDomain.Of(final)}, which is not shown in this environment.", _clock.GetUtcNow()),
                null, IsLasting: true)
            : opened;
    }
}
