using WebQA.Core.Demonstrations;
using WebQA.Core.Episodes;

namespace WebQA.Runs.Demonstrations;

/// <summary>Appends the events of a demonstration, each with how far the work is after it.</summary>
internal sealed class DemonstrationJournal(IDemonstrationStore store, EpisodeLease lease, int next, WorkClock work) : IEpisodeJournal
{
    private Episode _episode = null!;

    /// <summary>Events stored.</summary>
    public int Count { get; private set; } = next;

    /// <summary>Why the episode is given up, once it is.</summary>
    public string? SkipReason { get; set; }

    /// <summary>Says whose events they are, which the episode needs a journal to begin with.</summary>
    public void Follow(Episode episode) => _episode = episode;

    public async Task AppendAsync(EpisodeEvent episodeEvent, CancellationToken cancellationToken = default)
    {
        var progress = Progress(_episode.State, episodeEvent);
        await (SkipReason is { } reason && episodeEvent is EpisodeEnded ended
            ? store.SkipAsync(lease, Count, ended, progress, reason, cancellationToken)
            : store.AppendAsync(lease, Count, episodeEvent, progress, cancellationToken));
        Count++;
    }

    private DemonstrationProgress Progress(EpisodeState state, EpisodeEvent episodeEvent)
    {
        if (episodeEvent is StepTaken step)
        {
            return new DemonstrationProgress(step.Number, state.References.Count + (step.QuoteStart is null ? 0 : 1), work.Now);
        }
        var after = state.Apply(episodeEvent);
        return new DemonstrationProgress(after.Steps.Count, after.References.Count, work.Now);
    }
}
