using WebQA.Cli.Output;
using WebQA.Core.Episodes;
using WebQA.Runs.Hosting;

namespace WebQA.Cli.Hosting;

/// <summary>Follows an episode to its end, writing each step as it is stored.</summary>
internal sealed class EpisodeWatch(IEpisodeHost host)
{
    /// <summary>Reads events until the end. When <paramref name="stopping"/> is cancelled, the episode is stopped and its end waited for.</summary>
    /// <exception cref="TimeoutException">It did not end in time after a stop.</exception>
    public Task FollowAsync(string id, TextWriter progress, CancellationToken stopping) => host.FollowAsync(id, told => Write(progress, told), stopping);

    private static void Write(TextWriter progress, EpisodeEvent episodeEvent)
    {
        switch (episodeEvent)
        {
            case EpisodeStarted { Setup: var setup }:
                progress.WriteLine($"Episode {setup.Id} in {setup.Environment} by {setup.Policy}, seed {setup.Seed}");
                break;
            case StepTaken step:
                progress.WriteLine(StepText.Of(step));
                break;
            case EpisodeEnded ended:
                progress.WriteLine($"      {OutcomeText.Of(ended.Outcome)}");
                break;
        }
    }
}
