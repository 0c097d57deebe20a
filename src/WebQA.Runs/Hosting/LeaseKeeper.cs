using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using WebQA.Core.Episodes;

namespace WebQA.Runs.Hosting;

/// <summary>Keeps the leases of the episodes this process holds, however long their steps take, and brings what people ask of them.</summary>
internal sealed partial class LeaseKeeper(IEpisodeStore store, IOptions<EpisodeHostOptions> options, TimeProvider clock, ILogger<LeaseKeeper> logger) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, HeldEpisode> _held = [];
    private readonly CancellationTokenSource _stopping = new();
    private readonly Lock _lock = new();
    private Task? _beating;

    /// <summary>The episodes held.</summary>
    public ICollection<HeldEpisode> Held => _held.Values;

    /// <summary>How many are held.</summary>
    public int Count => _held.Count;

    /// <summary>The episode, if this process holds it.</summary>
    public HeldEpisode? Find(string episodeId) => _held.GetValueOrDefault(episodeId);

    /// <summary>Begins to keep a lease.</summary>
    public HeldEpisode Hold(EpisodeLease lease)
    {
        var held = new HeldEpisode(lease);
        _held[lease.EpisodeId] = held;
        lock (_lock)
        {
            _beating ??= Task.Run(() => BeatAsync(_stopping.Token), CancellationToken.None);
        }
        return held;
    }

    /// <summary>Stops keeping it; the lease runs out unless it was given back.</summary>
    public void Forget(HeldEpisode held)
    {
        _held.TryRemove(new(held.Lease.EpisodeId, held));
        held.Dispose();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        if (_beating is { } beating)
        {
            await beating.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        _stopping.Dispose();
    }

    private async Task BeatAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(options.Value.Heartbeat, clock);
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            await Task.WhenAll(_held.Values.Select(held => RenewAsync(held, cancellationToken)));
        }
    }

    private async Task RenewAsync(HeldEpisode held, CancellationToken cancellationToken)
    {
        try
        {
            var asked = await store.RenewAsync(held.Lease, cancellationToken);
            if (asked is { } request)
            {
                held.Ask(request);
            }
            else if (_held.ContainsKey(held.Lease.EpisodeId))
            {
                held.LetGo(isLost: true);
            }
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // The next beat tries again; should the lease run out meanwhile, the store refuses what this process would write.
            LogNotRenewed(held.Lease.EpisodeId, fault.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The lease of episode {EpisodeId} was not renewed: {Reason}")]
    private partial void LogNotRenewed(string episodeId, string reason);
}
