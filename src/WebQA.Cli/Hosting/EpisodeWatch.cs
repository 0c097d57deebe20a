using WebQA.Cli.Output;
using WebQA.Core.Episodes;

namespace WebQA.Cli.Hosting;

/// <summary>Follows an episode to its end, writing each step as it is stored.</summary>
internal sealed class EpisodeWatch(IEpisodeHost host)
{
    /// <summary>How long an episode may take to end after it was asked to stop.</summary>
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(15);

    /// <summary>Reads events until the end. When <paramref name="stopping"/> is cancelled, the episode is stopped and its end waited for.</summary>
    /// <exception cref="TimeoutException">It did not end in time after a stop.</exception>
    public async Task FollowAsync(string id, TextWriter progress, CancellationToken stopping)
    {
        using var giveUp = new CancellationTokenSource();
        Task? stop = null;
        await using var registration = stopping.Register(() =>
        {
            giveUp.CancelAfter(StopPatience);
            stop = host.StopAsync(id, CancellationToken.None);
        });
        try
        {
            await foreach (var stored in host.WatchAsync(id, cancellationToken: giveUp.Token))
            {
                Write(progress, stored.Event);
            }
            await (stop ?? Task.CompletedTask);
        }
        catch (OperationCanceledException e) when (giveUp.IsCancellationRequested)
        {
            throw new TimeoutException($"Episode {id} did not stop within {StopPatience.TotalSeconds:0} seconds; what it has done so far is stored.", e);
        }
    }

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
