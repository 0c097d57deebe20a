using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Extensions.Options;
using WebQA.Core.Episodes;
using WebQA.Storage.Connections;

namespace WebQA.Storage.Episodes;

/// <summary>Wakes those who watch an episode: at once for this process's writes, by polling for another's.</summary>
/// <remarks><c>PRAGMA data_version</c> changes with every commit on another connection and costs microseconds; it is asked only while somebody watches.</remarks>
internal sealed class EpisodeChanges(Database database, IOptions<StorageOptions> options, TimeProvider clock) : IEpisodeChanges, IAsyncDisposable
{
    private readonly ConcurrentDictionary<Subscription, string> _subscriptions = [];
    private readonly CancellationTokenSource _stopping = new();
    private readonly Lock _lock = new();
    private Task? _polling;
    private int _disposals;

    public IEpisodeSubscription Subscribe(string episodeId)
    {
        var subscription = new Subscription(this);
        lock (_lock)
        {
            _subscriptions[subscription] = episodeId;
            if (_polling is null or { IsCompleted: true })
            {
                _polling = Task.Run(() => PollAsync(_stopping.Token), _stopping.Token);
            }
        }
        return subscription;
    }

    /// <summary>Says that this process has stored something of an episode.</summary>
    public void Signal(string episodeId)
    {
        foreach (var (subscription, watched) in _subscriptions)
        {
            if (watched == episodeId)
            {
                subscription.Wake();
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        // A container disposes what it hands out under two names twice.
        if (Interlocked.Exchange(ref _disposals, 1) == 1)
        {
            return;
        }
        await _stopping.CancelAsync();
        if (_polling is { } polling)
        {
            await polling.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        _stopping.Dispose();
    }

    private async Task PollAsync(CancellationToken cancellationToken)
    {
        using var statements = new Statements(database.Open(Durability.Normal));
        var last = Version(statements);
        while (true)
        {
            await Task.Delay(options.Value.Poll, clock, cancellationToken);
            lock (_lock)
            {
                if (_subscriptions.IsEmpty)
                {
                    _polling = null;
                    return;
                }
            }
            if (Version(statements) is var version && version != last)
            {
                last = version;
                foreach (var subscription in _subscriptions.Keys)
                {
                    subscription.Wake();
                }
            }
        }
    }

    private static long Version(Statements statements) => (long)statements.Scalar("pragma data_version")!;

    private sealed class Subscription(EpisodeChanges changes) : IEpisodeSubscription
    {
        // One unread wake-up is as good as many: the reader reads all there is.
        private readonly Channel<bool> _wakes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

        public void Wake() => _wakes.Writer.TryWrite(true);

        public async Task WaitAsync(CancellationToken cancellationToken = default) => await _wakes.Reader.ReadAsync(cancellationToken);

        public void Dispose() => changes._subscriptions.TryRemove(this, out _);
    }
}
