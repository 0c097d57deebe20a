using WebQA.Core.Browsing;
using WebQA.Core.Episodes;

namespace WebQA.Policies.Ranking.Notebooks;

/// <summary>What the policy remembers of an episode: pages and results as their windows were read, where clicks led, which quotes were tried.</summary>
/// <remarks>
/// A departure from WebGPT, whose policy remembers nothing but the observation. It holds nothing that was not in an observation or in the
/// outcome of a step, and is a pure function of <see cref="Observation.History"/> and the observation: <see cref="Update"/> goes on from
/// what it has, and begins again where the history is not a continuation (an undo, another process).
/// </remarks>
internal sealed class Notebook
{
    private readonly Dictionary<string, NotedPage> _pages = [];
    private readonly Dictionary<(string Page, int Link), string> _edges = [];
    private readonly HashSet<(string Page, string Command)> _tried = [];
    private readonly List<string> _queries = [];
    private readonly List<string> _trail = [];
    private EpisodeStep? _last;
    private int _steps;

    /// <summary>Pages and results pages in the order in which they were first seen.</summary>
    public List<NotedPage> Pages { get; } = [];

    /// <summary>Queries sent so far.</summary>
    public IReadOnlyList<string> Queries => _queries;

    /// <summary>Keys of the pages that Back leads to, the one shown last.</summary>
    public IReadOnlyList<string> Trail => _trail;

    /// <summary>The page shown, or null before the first one.</summary>
    public NotedPage? Current => _trail.Count == 0 ? null : _pages.GetValueOrDefault(_trail[^1]);

    /// <summary>Web pages in the order in which they were opened.</summary>
    public IEnumerable<NotedPage> Web => Pages.Where(p => p.Kind == PageKind.Web);

    /// <summary>Whether a quote was tried yet; from then on nothing more is read.</summary>
    public bool HasQuotes => _tried.Count > 0;

    /// <summary>Words quoted by this episode so far.</summary>
    public int WordsQuoted { get; private set; }

    public NotedPage? Find(string key) => _pages.GetValueOrDefault(key);

    /// <summary>Where a click on a link led, or null where it was not clicked.</summary>
    public string? Target(string page, int link) => _edges.GetValueOrDefault((page, link));

    /// <summary>The links of a page that were clicked, and where they led.</summary>
    public IEnumerable<(int Link, string Target)> Clicked(string page) =>
        _edges.Where(e => e.Key.Page == page).Select(e => (e.Key.Link, e.Value));

    /// <summary>Whether a quote was tried on a page, whatever came of it.</summary>
    public bool WasTried(string page, string command) => _tried.Contains((page, command));

    /// <summary>Takes in an observation and the steps that led to it.</summary>
    public void Update(IReadOnlyList<EpisodeStep> history, Observation? current)
    {
        if (_steps > history.Count || (_steps > 0 && !ReferenceEquals(history[_steps - 1], _last)))
        {
            Clear();
        }
        for (; _steps < history.Count; _steps++)
        {
            _last = history[_steps];
            See(_last.Observation);
            Follow(_last);
        }
        if (current is not null)
        {
            See(current);
        }
    }

    private void See(Observation observation)
    {
        if (observation.PageSha256 is not { } key || observation.PageKind is not { } kind)
        {
            return;
        }
        if (!_pages.TryGetValue(key, out var page))
        {
            page = new NotedPage(key, kind, observation.Title);
            _pages.Add(key, page);
            Pages.Add(page);
        }
        page.Read(observation);
    }

    private void Follow(EpisodeStep step)
    {
        var before = _trail.Count == 0 ? null : _trail[^1];
        if (step.Action is BrowserAction.Quote && before is not null)
        {
            _tried.Add((before, step.Event.Command));
            if (step.Reference is { } reference)
            {
                WordsQuoted += WordCount.Of(reference.Extract);
            }
        }
        if (step.Action is BrowserAction.Search search)
        {
            _queries.Add(search.Query);
        }
        if (step.Action is BrowserAction.Click click && before is not null)
        {
            // A click that opened nothing is noted as leading back to its own page, so that it is not tried again.
            _edges[(before, click.LinkId)] = step.Event.Opened && step.Event.PageSha256 is { } target ? target : before;
        }
        if (step.Event.Opened && step.Event.PageSha256 is { } opened)
        {
            _trail.Add(opened);
        }
        else if (step.Action is BrowserAction.Back && step.Result == StepResult.Ok && _trail.Count > 0)
        {
            _trail.RemoveAt(_trail.Count - 1);
        }
    }

    private void Clear()
    {
        _pages.Clear();
        _edges.Clear();
        _tried.Clear();
        _queries.Clear();
        _trail.Clear();
        Pages.Clear();
        (_last, _steps, WordsQuoted) = (null, 0, 0);
    }
}
