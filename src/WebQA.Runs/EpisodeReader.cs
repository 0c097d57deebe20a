using WebQA.Core.Browsing;
using WebQA.Core.Episodes;

namespace WebQA.Runs;

/// <summary>Folds stored episodes into their states, from events and archived pages alone. Thread-safe.</summary>
public sealed class EpisodeReader(IEpisodeStore store, IPageArchive archive)
{
    /// <summary>The state of an episode as stored now; null where there is none.</summary>
    /// <exception cref="PageNotStoredException">The archive lacks a page that the episode showed.</exception>
    public async Task<EpisodeState?> ReadAsync(string episodeId, CancellationToken cancellationToken = default)
    {
        var events = await store.ReadAsync(episodeId, cancellationToken: cancellationToken);
        return events.Count == 0 ? null : await EpisodeReplay.FoldAsync(events.Select(e => e.Event), ReadPageAsync, cancellationToken);
    }

    /// <summary>The steps whose observation, made again, differs from the one that the policy saw; none where the replay is true.</summary>
    public static IReadOnlyList<int> Differences(EpisodeState state) =>
        [.. state.Steps.Where(step => step.Observation.Sha256 != step.Event.ObservationSha256).Select(step => step.Number)];

    private async Task<TextPage> ReadPageAsync(string pageSha256, CancellationToken cancellationToken) =>
        await archive.ReadPageAsync(pageSha256, cancellationToken) ?? throw new PageNotStoredException(pageSha256);
}
