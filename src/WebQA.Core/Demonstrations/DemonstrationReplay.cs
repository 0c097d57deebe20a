using WebQA.Core.Episodes;

namespace WebQA.Core.Demonstrations;

/// <summary>Runs an episode again over the pages it saw, by the same <see cref="EpisodeRunner"/> that runs policies.</summary>
public static class DemonstrationReplay
{
    /// <summary>The same commands: every observation is the one that was seen then.</summary>
    public static Task<EpisodeState> AgainAsync(EpisodeState recorded, CancellationToken cancellationToken = default) =>
        RunAsync(recorded, [.. recorded.Steps.Select(step => step.Event.Command)], cancellationToken);

    /// <summary>What a policy would have seen and done: single scrolls in a row are merged, and what was taken back never happened.</summary>
    public static Task<EpisodeState> AsPolicyAsync(EpisodeState recorded, CancellationToken cancellationToken = default) =>
        RunAsync(recorded, ScrollMerge.Merge([.. recorded.Steps.Select(step => step.Event.Command)]), cancellationToken);

    private static async Task<EpisodeState> RunAsync(EpisodeState recorded, IReadOnlyList<string> commands, CancellationToken cancellationToken)
    {
        using var control = new EpisodeControl();
        var episode = Episode.Begin(recorded.Setup, new RecordedEnvironment(recorded), Unstored.Journal, TimeProvider.System);
        await foreach (var step in EpisodeRunner.RunAsync(episode, new RecordedPolicy(recorded, commands, control), control, TimeProvider.System, cancellationToken))
        {
            cancellationToken.ThrowIfCancellationRequested();
        }
        return episode.State;
    }

    private sealed class Unstored : IEpisodeJournal
    {
        public static readonly Unstored Journal = new();

        public Task AppendAsync(EpisodeEvent episodeEvent, CancellationToken cancellationToken = default) => Task.CompletedTask;
    }
}
