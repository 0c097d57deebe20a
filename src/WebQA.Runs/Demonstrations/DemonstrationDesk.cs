using System.Security.Cryptography;
using WebQA.Core.Demonstrations;
using WebQA.Core.Episodes;
using WebQA.Core.Questions;
using WebQA.Runs.Hosting;

namespace WebQA.Runs.Demonstrations;

/// <summary>Opens demonstrations for the people who make them. Tabs of one person share what is open; it is given back when the last one leaves. Thread-safe.</summary>
public sealed class DemonstrationDesk : IAsyncDisposable
{
    private readonly EpisodeStarter _starter;
    private readonly LeaseKeeper _leases;
    private readonly IEpisodeStore _episodes;
    private readonly IDemonstrationStore _store;
    private readonly IEnvironmentCatalog _environments;
    private readonly TimeProvider _clock;
    private readonly string _owner = $"{Environment.ProcessId}@{Environment.MachineName}/{Guid.NewGuid():N}";
    private readonly Dictionary<string, LiveDemonstration> _open = [];
    private readonly SemaphoreSlim _turn = new(1, 1);

    internal DemonstrationDesk(
        EpisodeStarter starter, LeaseKeeper leases, IEpisodeStore episodes, IDemonstrationStore store, IEnvironmentCatalog environments, TimeProvider clock) =>
        (_starter, _leases, _episodes, _store, _environments, _clock) = (starter, leases, episodes, store, environments, clock);

    /// <summary>Begins a demonstration; nobody works on it until it is opened.</summary>
    /// <param name="personId">Who makes it.</param>
    /// <param name="question">What is asked, as typed.</param>
    /// <param name="environment">Where; null for the default.</param>
    /// <param name="cancellationToken">Stops the beginning.</param>
    /// <returns>The episode's id.</returns>
    /// <exception cref="InvalidQuestionException">The question cannot be asked.</exception>
    /// <exception cref="UnknownNameException">There is no such environment.</exception>
    public Task<string> BeginAsync(string personId, string question, string? environment = null, CancellationToken cancellationToken = default) =>
        BeginAsync(personId, question, environment, null, null, cancellationToken);

    /// <summary>Begins a demonstration of a queue's question.</summary>
    /// <param name="personId">Who makes it.</param>
    /// <param name="question">The task's question.</param>
    /// <param name="task">The task.</param>
    /// <param name="environment">Where; null for the default.</param>
    /// <param name="cancellationToken">Stops the beginning.</param>
    /// <returns>The episode's id.</returns>
    /// <exception cref="InvalidQuestionException">The question cannot be asked.</exception>
    /// <exception cref="UnknownNameException">There is no such environment.</exception>
    public Task<string> BeginAsync(string personId, Question question, DemonstrationTask task, string? environment = null, CancellationToken cancellationToken = default) =>
        BeginAsync(personId, question.Text, environment, question, task, cancellationToken);

    /// <summary>Opens a demonstration where its person left it, in whatever process and tab that was. To be disposed of when the page is left.</summary>
    /// <returns>The work; null where the person has no such demonstration, or it has ended.</returns>
    public async Task<OpenDemonstration?> OpenAsync(string episodeId, string personId, CancellationToken cancellationToken = default)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (!_open.TryGetValue(episodeId, out var live) || live.IsLost)
            {
                if (await RestoreAsync(episodeId, personId, cancellationToken) is not { } restored)
                {
                    return null;
                }
                _open[episodeId] = live = restored;
            }
            if (live.PersonId != personId)
            {
                return null;
            }
            live.Tabs++;
            live.Work.Touch();
            return new OpenDemonstration(live, () => LeaveAsync(live));
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var live in _open.Values)
        {
            live.Work.Leave();
            await GiveBackAsync(live);
        }
        _open.Clear();
        _turn.Dispose();
    }

    private async Task<string> BeginAsync(
        string personId, string question, string? environment, Question? known, DemonstrationTask? task, CancellationToken cancellationToken)
    {
        var leader = new PolicyInfo(Demonstration.Policy, Convert.ToHexStringLower(SHA256.HashData("a person"u8)));
        var setup = await _starter.PrepareAsync(new EpisodeRequest { Question = question, Environment = environment, OwnerId = personId }, leader, cancellationToken);
        setup = known is null ? setup : setup with { Question = known };
        var lease = await _store.CreateAsync(setup, task, _owner, cancellationToken);
        await _episodes.ReleaseAsync(lease, cancellationToken);
        return setup.Id;
    }

    private async Task<LiveDemonstration?> RestoreAsync(string episodeId, string personId, CancellationToken cancellationToken)
    {
        if (await _store.FindAsync(episodeId, cancellationToken) is not { FinishedAt: null } found || found.PersonId != personId
            || await _store.TakeOverAsync(episodeId, personId, _owner, cancellationToken) is not { } lease)
        {
            return null;
        }
        var events = await _episodes.ReadAsync(episodeId, cancellationToken: cancellationToken);
        var setup = ((EpisodeStarted)events[0].Event).Setup;
        var work = new WorkClock(_clock, found.Time);
        var journal = new DemonstrationJournal(_store, lease, events.Count, work);
        var episode = await Episode.RestoreAsync(events.Select(e => e.Event), _environments.Get(setup.Environment).For(setup.Question), journal, _clock, cancellationToken);
        journal.Follow(episode);
        if (episode.State.Composed is not null)
        {
            // The answer was handed in, and the process ended before it could say so.
            await episode.EndAsync(cancellationToken);
            return null;
        }
        return new LiveDemonstration(found, episode, journal, _leases.Hold(lease), work, _clock);
    }

    private async ValueTask LeaveAsync(LiveDemonstration live)
    {
        await _turn.WaitAsync(CancellationToken.None);
        try
        {
            if (--live.Tabs > 0)
            {
                return;
            }
            live.Work.Leave();
            if (_open.TryGetValue(live.Id, out var there) && there == live)
            {
                _open.Remove(live.Id);
            }
            await GiveBackAsync(live);
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task GiveBackAsync(LiveDemonstration live)
    {
        _leases.Forget(live.Held);
        if (live.State.Ended is null && !live.IsLost)
        {
            await _store.SaveTimeAsync(live.Held.Lease, live.Work.Now, CancellationToken.None);
            await _episodes.ReleaseAsync(live.Held.Lease, CancellationToken.None);
        }
        live.Dispose();
    }
}

/// <summary>A demonstration as one page has it open.</summary>
/// <param name="live">The work, shared by the person's tabs.</param>
/// <param name="leave">Gives it back.</param>
public sealed class OpenDemonstration(LiveDemonstration live, Func<ValueTask> leave) : IAsyncDisposable
{
    private int _hasLeft;

    /// <summary>The work.</summary>
    public LiveDemonstration Live => live;

    /// <summary>Leaves it as it is.</summary>
    public ValueTask DisposeAsync() => Interlocked.Exchange(ref _hasLeft, 1) == 0 ? leave() : ValueTask.CompletedTask;
}
