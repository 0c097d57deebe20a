using WebQA.Core.Browsing;
using WebQA.Core.Episodes;
using WebQA.Core.Questions;
using WebQA.TextBrowser.Environments;
using WebQA.TextBrowser.Fetching;
using WebQA.TextBrowser.Fetching.Guard;
using WebQA.TextBrowser.Fetching.Http;
using WebQA.TextBrowser.Pages;

namespace WebQA.TextBrowser.Checks.Injection;

/// <summary>The text browser as episodes use it, over a web on paper: reader, guard, environment, episode are the real ones. Nothing leaves the process.</summary>
internal sealed class AttackStage : IDisposable
{
    private readonly HttpPageFetcher _fetcher;
    private readonly HttpMessageInvoker _transport;
    private readonly List<Episode> _episodes = [];

    public AttackStage()
    {
        var guard = new GuardOptions();
        Web = new PaperWeb(new GuardedConnections(guard, Network, Network).CreateHandler());
        _transport = new HttpMessageInvoker(Web);
        _fetcher = new HttpPageFetcher(new UrlRules(guard), _transport, new HttpLimits(), TimeProvider.System);
        var definition = new EnvironmentDefinition { Name = "paper", Title = "A web on paper", Engines = [new EngineEntry(Parts.Name)], PagesFolder = string.Empty };
        var ladder = new FetchLadder(_fetcher, new PageReader(Parts), Parts, definition.Limits, TimeProvider.System);
        Environment = new WebEnvironment(new EnvironmentInfo("paper", new string('0', 64), "A web on paper"), definition, [Parts], ladder, Parts, TimeProvider.System);
    }

    public PaperParts Parts { get; } = new();

    public ScriptedNetwork Network { get; } = new(answers: null, sendsOn: false);

    public PaperWeb Web { get; }

    public WebEnvironment Environment { get; }

    /// <summary>The episodes that were begun here.</summary>
    public IReadOnlyList<Episode> Episodes => _episodes;

    /// <summary>Every observation that a policy saw, in order.</summary>
    public List<Observation> Seen { get; } = [];

    /// <summary>Adds a page that every search finds.</summary>
    public AttackStage Page(string url, string body, string title = "A page", string type = "text/html; charset=utf-8", string snippet = "A snippet.")
    {
        Web.Add(url, type, type.StartsWith("text/html", StringComparison.Ordinal) ? $"<!DOCTYPE html><html lang=en><title>{title}</title><body><main>{body}</main></body></html>" : body);
        Parts.Results.Add(new SearchResult(title, url, snippet));
        return this;
    }

    /// <summary>Begins an episode and gives its commands in order, as long as any are taken.</summary>
    public async Task<Episode> ActAsync(string question, IEnumerable<string> commands, EpisodeLimits? limits = null)
    {
        var setup = new EpisodeSetup
        {
            Id = $"paper-{_episodes.Count}", Question = QuestionText.Parse(question), Environment = "paper", EnvironmentHash = Environment.Info.Hash,
            Policy = "captured", PolicyHash = new string('0', 64), Limits = limits ?? new EpisodeLimits(),
        };
        var episode = Episode.Begin(setup, Environment.For(setup.Question), Parts, TimeProvider.System);
        _episodes.Add(episode);
        foreach (var command in commands.TakeWhile(_ => episode.State.IsBrowsing))
        {
            await ActAsync(episode, command);
        }
        return episode;
    }

    /// <summary>Gives one more command.</summary>
    public async Task<EpisodeStep> ActAsync(Episode episode, string command)
    {
        Seen.Add(episode.Observation);
        var step = await episode.ApplyAsync(new PolicyDecision(command));
        Seen.Add(episode.Observation);
        return step;
    }

    /// <summary>Has a captured policy browse to the end and answer.</summary>
    public async Task<Episode> RunAsync(string question, IReadOnlyList<string> commands, string answer, EpisodeLimits? limits = null)
    {
        var episode = await ActAsync(question, [], limits);
        using var control = new EpisodeControl();
        await foreach (var step in EpisodeRunner.RunAsync(episode, new CapturedPolicy(commands, answer), control, TimeProvider.System, control.Stopping))
        {
            Seen.Add(step.Observation);
        }
        return episode;
    }

    public void Dispose()
    {
        _fetcher.Dispose();
        _transport.Dispose();
    }
}
