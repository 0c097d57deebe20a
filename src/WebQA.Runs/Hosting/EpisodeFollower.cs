using WebQA.Core.Episodes;

namespace WebQA.Runs.Hosting;

/// <summary>Reads an episode's events to its end, and has it stopped when whoever waits gives up.</summary>
public static class EpisodeFollower
{
    /// <summary>How long an episode may take to end after it was asked to stop.</summary>
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(15);

    /// <summary>Tells of each event until the end. When <paramref name="stopping"/> is cancelled, the episode is stopped and its end waited for.</summary>
    /// <exception cref="TimeoutException">It did not end in time after a stop.</exception>
    public static async Task FollowAsync(this IEpisodeHost host, string id, Action<EpisodeEvent> told, CancellationToken stopping)
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
                told(stored.Event);
            }
            await (stop ?? Task.CompletedTask);
        }
        catch (OperationCanceledException e) when (giveUp.IsCancellationRequested)
        {
            throw new TimeoutException($"Episode {id} did not stop within {StopPatience.TotalSeconds:0} seconds; what it has done so far is stored.", e);
        }
    }
}
