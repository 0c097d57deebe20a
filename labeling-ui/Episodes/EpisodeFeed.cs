using WebQA.Core.Browsing;
using WebQA.Core.Episodes;

namespace WebQA.LabelingUi.Episodes;

/// <summary>One episode as a page shows it: its stored events folded, then the new ones as they come. Used by one circuit.</summary>
public sealed class EpisodeFeed(IEpisodeHost host, IEpisodeStore store, PageCache pages)
{
    private readonly List<DateTimeOffset> _stepTimes = [];
    private int _sequence = -1;

    /// <summary>The state after the last event that was read; null before <see cref="LoadAsync"/>.</summary>
    public EpisodeState? State { get; private set; }

    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>When the last event was stored.</summary>
    public DateTimeOffset LastEventAt { get; private set; }

    /// <summary>Whether a process runs it, as of the last look.</summary>
    public EpisodePhase Phase { get; private set; }

    /// <summary>From the start to the end of a step, by its index.</summary>
    public TimeSpan TimeOf(int stepIndex) => _stepTimes[stepIndex] - StartedAt;

    /// <summary>Reads what is stored. False where there is no such episode.</summary>
    public async Task<bool> LoadAsync(string id, CancellationToken cancellationToken = default)
    {
        if (await store.FindAsync(id, cancellationToken) is not { } summary)
        {
            return false;
        }
        Phase = summary.Phase;
        foreach (var stored in await store.ReadAsync(id, _sequence, cancellationToken))
        {
            await ApplyAsync(stored, cancellationToken);
        }
        return State is not null;
    }

    /// <summary>Reports each event as it is stored, until the episode has ended.</summary>
    public async Task FollowAsync(string id, Func<EpisodeEvent, Task> changed, CancellationToken cancellationToken = default)
    {
        await foreach (var stored in host.WatchAsync(id, _sequence, cancellationToken))
        {
            await ApplyAsync(stored, cancellationToken);
            Phase = State?.Ended is null ? EpisodePhase.Running : EpisodePhase.Ended;
            await changed(stored.Event);
        }
    }

    /// <summary>Looks whether a process still runs it; true where that has changed.</summary>
    public async Task<bool> RefreshPhaseAsync(string id, CancellationToken cancellationToken = default)
    {
        var before = Phase;
        if (State?.Ended is null && await store.FindAsync(id, cancellationToken) is { } summary)
        {
            Phase = summary.Phase;
        }
        return Phase != before;
    }

    private async Task ApplyAsync(StoredEvent stored, CancellationToken cancellationToken)
    {
        if (stored.Sequence <= _sequence)
        {
            return;
        }
        if (stored.Event is EpisodeStarted started)
        {
            State = EpisodeState.Begin(started.Setup);
            StartedAt = stored.At;
        }
        else if (State is { } state)
        {
            State = state.Apply(stored.Event, await PageOfAsync(state, stored.Event, cancellationToken));
            KeepTimes(stored, State.Steps.Count);
        }
        _sequence = stored.Sequence;
        LastEventAt = stored.At;
    }

    private void KeepTimes(StoredEvent stored, int steps)
    {
        if (steps < _stepTimes.Count)
        {
            _stepTimes.RemoveRange(steps, _stepTimes.Count - steps);
        }
        else if (steps > _stepTimes.Count)
        {
            _stepTimes.Add(stored.At);
        }
    }

    private async Task<TextPage?> PageOfAsync(EpisodeState state, EpisodeEvent episodeEvent, CancellationToken cancellationToken)
    {
        if (episodeEvent is not StepTaken { Opened: true, PageSha256: { } key })
        {
            return null;
        }
        return state.Visit?.Page.PageSha256 == key ? state.Visit.Page : await pages.ReadAsync(key, cancellationToken);
    }
}
