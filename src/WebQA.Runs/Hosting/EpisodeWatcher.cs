using System.Runtime.CompilerServices;
using WebQA.Core.Episodes;

namespace WebQA.Runs.Hosting;

/// <summary>Passes on the events of an episode as they are stored, whichever process stores them. Thread-safe.</summary>
internal sealed class EpisodeWatcher(IEpisodeStore store, IEpisodeChanges changes, TimeProvider clock)
{
    /// <summary>A watcher looks again after this, should it have been told of nothing.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);

    /// <summary>The events behind a sequence number, then each new one, until the episode has ended or was deleted.</summary>
    /// <exception cref="HostRefusedException"><paramref name="faultOf"/> says why nobody goes on with it.</exception>
    public async IAsyncEnumerable<StoredEvent> WatchAsync(
        string episodeId, int after, Func<string, string?> faultOf, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var subscription = changes.Subscribe(episodeId);
        Task? change = null;
        var isOver = false;
        while (true)
        {
            var events = await store.ReadAsync(episodeId, after, cancellationToken);
            foreach (var stored in events)
            {
                yield return stored;
                if (stored.Event is EpisodeEnded)
                {
                    yield break;
                }
                after = stored.Sequence;
            }
            if (events.Count == 0)
            {
                if (isOver)
                {
                    // Deleted, or its end lies before where the watcher began.
                    yield break;
                }
                isOver = await store.FindAsync(episodeId, cancellationToken) is null or { Phase: EpisodePhase.Ended };
                if (isOver)
                {
                    // The end may have been stored since the last look.
                    continue;
                }
            }
            if (faultOf(episodeId) is { } fault)
            {
                throw new HostRefusedException($"Episode {episodeId} cannot go on: {fault}");
            }
            change ??= subscription.WaitAsync(cancellationToken);
            await Task.WhenAny(change, Task.Delay(LongestWait, clock, cancellationToken));
            cancellationToken.ThrowIfCancellationRequested();
            change = change.IsCompleted ? null : change;
        }
    }
}
