using WebQA.Core.Answers;
using WebQA.Core.Demonstrations;
using WebQA.Core.Episodes;
using WebQA.Runs.Hosting;

namespace WebQA.Runs.Demonstrations;

/// <summary>A demonstration that is worked on, shared by the tabs of its person. Each event is on the disk before its state is seen. Thread-safe: one command after the other.</summary>
public sealed class LiveDemonstration : IDisposable
{
    /// <summary>Longest answer in characters (UTF-16 units).</summary>
    public const int MaxAnswer = 50_000;

    /// <summary>Longest command in characters (UTF-16 units), and longest reason.</summary>
    public const int MaxCommand = 10_000;

    private readonly Episode _episode;
    private readonly DemonstrationJournal _journal;
    private readonly TimeProvider _clock;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private TimeSpan _activeBefore;

    internal LiveDemonstration(Demonstration demonstration, Episode episode, DemonstrationJournal journal, HeldEpisode held, WorkClock work, TimeProvider clock)
    {
        (Demonstration, _episode, _journal, Held, Work, _clock) = (demonstration, episode, journal, held, work, clock);
        _activeBefore = work.Now.Active;
    }

    /// <summary>Something happened, in this tab or another.</summary>
    public event EventHandler? Changed;

    /// <summary>What was known of it when it was opened.</summary>
    public Demonstration Demonstration { get; }

    /// <summary>The episode's id.</summary>
    public string Id => _episode.State.Setup.Id;

    /// <summary>Whose it is.</summary>
    public string PersonId => Demonstration.PersonId;

    /// <summary>The state now.</summary>
    public EpisodeState State => _episode.State;

    /// <summary>Grows with each event; whoever asks for something names the one whose state they saw.</summary>
    public int Version => _journal.Count;

    /// <summary>When the last event was stored; null before the first since it was opened.</summary>
    public DateTimeOffset? SavedAt { get; private set; }

    /// <summary>Active and idle time.</summary>
    public WorkClock Work { get; }

    /// <summary>Another process goes on with it; this one takes nothing any more.</summary>
    public bool IsLost { get; private set; }

    internal HeldEpisode Held { get; }

    internal int Tabs { get; set; }

    /// <summary>Carries out a command of the text browser.</summary>
    /// <exception cref="DemonstrationRefusedException">It cannot be taken; the message says why. Nothing was changed.</exception>
    public Task<EpisodeStep> ApplyAsync(string command, int seen, CancellationToken cancellationToken = default) => TurnAsync(
        seen,
        async () =>
        {
            Demand(State.IsBrowsing, "Browsing is over; take back the end to go on browsing.");
            Demand(command.Length <= MaxCommand, $"The command has {command.Length:N0} characters; at most {MaxCommand:N0} are taken. Shorten it.");
            var active = Work.Now.Active;
            var step = await _episode.ApplyAsync(new PolicyDecision(command), active - _activeBefore, cancellationToken);
            _activeBefore = active;
            return step;
        },
        cancellationToken);

    /// <summary>Takes the last step, or beginning anew, back.</summary>
    /// <inheritdoc cref="ApplyAsync" path="/exception"/>
    public Task UndoAsync(int seen, CancellationToken cancellationToken = default) => TurnAsync(seen, () => _episode.UndoAsync(cancellationToken), cancellationToken);

    /// <summary>Has what was taken back count again.</summary>
    /// <inheritdoc cref="ApplyAsync" path="/exception"/>
    public Task RedoAsync(int seen, CancellationToken cancellationToken = default) => TurnAsync(seen, () => _episode.RedoAsync(cancellationToken), cancellationToken);

    /// <summary>Begins anew.</summary>
    /// <inheritdoc cref="ApplyAsync" path="/exception"/>
    public Task ResetAsync(int seen, CancellationToken cancellationToken = default) => TurnAsync(seen, () => _episode.ResetAsync(cancellationToken), cancellationToken);

    /// <summary>Hands in the answer: its citations are checked as those of any policy, and faulty ones given back.</summary>
    /// <inheritdoc cref="ApplyAsync" path="/exception"/>
    public Task SubmitAsync(string answer, int seen, CancellationToken cancellationToken = default) => TurnAsync(
        seen,
        async () =>
        {
            Demand(State.CanAnswer, "There is nothing to answer from: quote something first, and end browsing.");
            Demand(!string.IsNullOrWhiteSpace(answer), "The answer is empty. Write it, or say that the quotes are not enough.");
            Demand(answer.Length <= MaxAnswer, $"The answer has {answer.Length:N0} characters; at most {MaxAnswer:N0} are taken. Shorten it.");
            if (CitationParser.Parse(answer.Trim(), State.References.Count).Errors is [var error, ..])
            {
                throw new DemonstrationRefusedException(error.Message);
            }
            await _episode.ComposeAnswerAsync(new PersonPolicy(new AnswerDraft(answer)), cancellationToken);
            await _episode.EndAsync(CancellationToken.None);
        },
        cancellationToken);

    /// <summary>Hands in that there is no answer: browsing has ended with none allowed or nothing quoted, or the quotes are not enough.</summary>
    /// <param name="reason">What was found and what is missing; needed where there are quotes.</param>
    /// <param name="seen">The version seen.</param>
    /// <param name="cancellationToken">Stops the waiting.</param>
    /// <inheritdoc cref="ApplyAsync" path="/exception"/>
    public Task SubmitWithoutAnswerAsync(string? reason, int seen, CancellationToken cancellationToken = default) => TurnAsync(
        seen,
        async () =>
        {
            Demand(!State.IsBrowsing, "Browsing goes on; end it first.");
            if (State.CanAnswer)
            {
                var said = Reason(reason, "Say what was found and what is missing");
                await _episode.ComposeAnswerAsync(new PersonPolicy(new AnswerDraft(null, said)), cancellationToken);
            }
            await _episode.EndAsync(CancellationToken.None);
        },
        cancellationToken);

    /// <summary>Gives the demonstration up, for a reason in the person's words.</summary>
    /// <inheritdoc cref="ApplyAsync" path="/exception"/>
    public Task SkipAsync(string reason, int seen, CancellationToken cancellationToken = default) => TurnAsync(
        seen,
        async () =>
        {
            _journal.SkipReason = Reason(reason, "Say in a few words why it is skipped");
            await _episode.EndAsync(new EpisodeEnded(Outcome.Stopped, $"Skipped: {_journal.SkipReason}"), cancellationToken);
        },
        cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private static string Reason(string? reason, string ask) => reason?.Replace('\0', ' ').Trim() is { Length: > 0 and <= MaxCommand } said
        ? said
        : throw new DemonstrationRefusedException($"{ask}; at most {MaxCommand:N0} characters.");

    private static void Demand(bool holds, string message)
    {
        if (!holds)
        {
            throw new DemonstrationRefusedException(message);
        }
    }

    private Task<object?> TurnAsync(int seen, Func<Task> work, CancellationToken cancellationToken) => TurnAsync<object?>(
        seen,
        async () =>
        {
            await work();
            return null;
        },
        cancellationToken);

    private async Task<T> TurnAsync<T>(int seen, Func<Task<T>> work, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        var before = Version;
        try
        {
            Demand(!IsLost, "This demonstration goes on in another window of WebQA. Load the page again to go on here; nothing is lost.");
            Demand(State.Ended is null, "This demonstration was handed in or skipped; it takes no more changes.");
            Demand(seen == Version, "This demonstration went on in another tab meanwhile, so this was not done. What you see now is how it stands; do it again if you still want it.");
            Work.Touch();
            return await work();
        }
        catch (LeaseLostException)
        {
            IsLost = true;
            throw new DemonstrationRefusedException("This demonstration goes on in another window of WebQA. Load the page again to go on here; nothing is lost.");
        }
        finally
        {
            var isChanged = Version != before;
            SavedAt = isChanged ? _clock.GetUtcNow() : SavedAt;
            _turn.Release();
            if (isChanged || IsLost)
            {
                Changed?.Invoke(this, EventArgs.Empty);
            }
        }
    }
}

/// <summary>Something cannot be done with a demonstration; the message says what and what to do. Nothing was changed.</summary>
public sealed class DemonstrationRefusedException(string message) : Exception(message);

/// <summary>A person, for the answer that they wrote.</summary>
internal sealed class PersonPolicy(AnswerDraft answer) : IPolicy
{
    public PolicyInfo Info { get; } = new(Demonstration.Policy, string.Empty);

    public Task<PolicyDecision> ActAsync(Observation observation, CancellationToken cancellationToken = default) =>
        throw new InvalidOperationException("A person gives commands one by one.");

    public Task<AnswerDraft> AnswerAsync(AnswerRequest request, CancellationToken cancellationToken = default) => Task.FromResult(answer);
}
