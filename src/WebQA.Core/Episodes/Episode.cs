using WebQA.Core.Answers;
using WebQA.Core.Browsing;

namespace WebQA.Core.Episodes;

/// <summary>The one engine of episodes: applies commands, stores each event before its state is seen. Not thread-safe.</summary>
/// <remarks>
/// Browsing goes on until the policy ends it (<see cref="EpisodeState.IsTerminated"/>) or a limit truncates it
/// (<see cref="EpisodeState.IsTruncated"/>); with at least one reference the answering phase follows. WebGPT §2.
/// </remarks>
public sealed class Episode
{
    private readonly ActionExecutor _executor;
    private readonly IEpisodeJournal _journal;
    private readonly TimeProvider _clock;

    private Episode(EpisodeState state, IEnvironment environment, IEpisodeJournal journal, TimeProvider clock)
    {
        State = state;
        _executor = new ActionExecutor(environment);
        _journal = journal;
        _clock = clock;
    }

    /// <summary>The state now.</summary>
    public EpisodeState State { get; private set; }

    /// <summary>What the policy sees now.</summary>
    public Observation Observation => field is { } seen && ReferenceEquals(seen.History, State.Steps) ? seen : field = State.Observe();

    /// <summary>A new episode, whose first event the caller has stored with the setup.</summary>
    public static Episode Begin(EpisodeSetup setup, IEnvironment environment, IEpisodeJournal journal, TimeProvider clock) =>
        new(EpisodeState.Begin(setup), environment, journal, clock);

    /// <summary>An episode as its stored events left it.</summary>
    /// <exception cref="PageNotStoredException">The archive lacks a page that the episode showed.</exception>
    public static async Task<Episode> RestoreAsync(
        IEnumerable<EpisodeEvent> events, IEnvironment environment, IEpisodeJournal journal, TimeProvider clock, CancellationToken cancellationToken = default)
    {
        var state = await EpisodeReplay.FoldAsync(events, environment.ReadAsync, cancellationToken);
        return new Episode(state, environment, journal, clock);
    }

    /// <summary>Carries out a policy's command and stores the step.</summary>
    /// <exception cref="InvalidOperationException">Browsing is over.</exception>
    public async Task<EpisodeStep> ApplyAsync(PolicyDecision decision, TimeSpan thinking = default, CancellationToken cancellationToken = default)
    {
        if (!State.IsBrowsing)
        {
            throw new InvalidOperationException("Browsing is over; no command is taken any more.");
        }
        var started = _clock.GetTimestamp();
        var line = CommandGrammar.CommandLine(decision.Text);
        var effect = await _executor.ExecuteAsync(State, line, cancellationToken);
        var step = new StepTaken
        {
            Number = State.ActionsUsed + 1,
            Command = line,
            Rest = RestOf(decision.Text, line),
            Result = effect.Result,
            Message = effect.Message,
            ObservationSha256 = Observation.Sha256,
            PageSha256 = (effect.Page ?? PageAfter(line, effect))?.PageSha256,
            Opened = effect.Page is not null,
            Cursor = effect.Cursor,
            QuoteStart = effect.Quote?.Start,
            QuoteLength = effect.Quote?.Length,
            LogProbability = decision.LogProbability,
            Milliseconds = (int)Math.Min(int.MaxValue, (thinking + _clock.GetElapsedTime(started)).TotalMilliseconds),
        };
        await StoreAsync(step, effect.Page, cancellationToken);
        return State.Steps[^1];
    }

    /// <summary>Takes the last step back. Stored as an event; nothing is deleted.</summary>
    public async Task UndoAsync(CancellationToken cancellationToken = default)
    {
        if (State.BeforeLastStep is not null && State.Ended is null)
        {
            await StoreAsync(new StepUndone(), null, cancellationToken);
        }
    }

    /// <summary>Has what was taken back last count again; does nothing once another step was taken.</summary>
    public async Task RedoAsync(CancellationToken cancellationToken = default)
    {
        if (State is { BeforeUndo: not null, Ended: null })
        {
            await StoreAsync(new StepRedone(), null, cancellationToken);
        }
    }

    /// <summary>Begins anew: no steps, no references. Stored as an event, which <see cref="UndoAsync"/> takes back.</summary>
    public async Task ResetAsync(CancellationToken cancellationToken = default)
    {
        if (State is { BeforeLastStep: not null, Ended: null })
        {
            await StoreAsync(new EpisodeReset(), null, cancellationToken);
        }
    }

    /// <summary>Ends browsing, so that the answer follows from the references at hand.</summary>
    public async Task AnswerNowAsync(CancellationToken cancellationToken = default)
    {
        if (State.IsBrowsing)
        {
            await StoreAsync(new AnswerRequested(), null, cancellationToken);
        }
    }

    /// <summary>Has the policy answer, checks the citations, gives a faulty draft back once, and stores the result.</summary>
    public async Task ComposeAnswerAsync(IPolicy policy, CancellationToken cancellationToken = default)
    {
        if (!State.CanAnswer)
        {
            throw new InvalidOperationException("The episode is not in its answering phase.");
        }
        var request = new AnswerRequest(State.Setup.Question, State.References, State.Steps) { Truncation = State.TruncatedBy };
        var composed = await AnswerComposer.ComposeAsync(policy, request, cancellationToken);
        await StoreAsync(composed, null, cancellationToken);
    }

    /// <summary>Ends the episode with the outcome that its state implies.</summary>
    public Task EndAsync(CancellationToken cancellationToken = default) => EndAsync(EpisodeOutcome.Of(State), cancellationToken);

    /// <summary>Ends the episode with a given outcome: stopped by a person, or failed.</summary>
    public async Task EndAsync(EpisodeEnded ended, CancellationToken cancellationToken = default)
    {
        if (State.Ended is null)
        {
            await StoreAsync(ended, null, cancellationToken);
        }
    }

    private async Task StoreAsync(EpisodeEvent episodeEvent, TextPage? page, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var next = State.Apply(episodeEvent, page);

        // Once begun, a write is not given up: an event stored but not folded would set journal and state apart.
        await _journal.AppendAsync(episodeEvent, CancellationToken.None);
        State = next;
    }

    private TextPage? PageAfter(string line, ActionExecutor.Effect effect) =>
        effect.Result == StepResult.Ok && CommandGrammar.TryParse(line, out var action) && action is BrowserAction.Back
            ? State.Visits.Pop().Peek().Page
            : State.Visit?.Page;

    private static string? RestOf(string text, string line)
    {
        var rest = text[(text.IndexOf(line, StringComparison.Ordinal) + line.Length)..].Trim();
        return rest.Length == 0 ? null : rest;
    }
}

/// <summary>Where an episode's events go, each before the next step starts.</summary>
public interface IEpisodeJournal
{
    /// <summary>Stores an event; committed when the task ends.</summary>
    /// <exception cref="LeaseLostException">Another process runs the episode now.</exception>
    Task AppendAsync(EpisodeEvent episodeEvent, CancellationToken cancellationToken = default);
}
