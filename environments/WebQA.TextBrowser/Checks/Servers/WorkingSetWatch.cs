namespace WebQA.TextBrowser.Checks.Servers;

/// <summary>Looks at the process's memory every few milliseconds.</summary>
internal sealed class WorkingSetWatch : IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly long _before;
    private readonly Task _watching;
    private long _peak;

    public WorkingSetWatch()
    {
        GC.Collect();
        _before = _peak = Environment.WorkingSet;
        _watching = WatchAsync();
    }

    /// <summary>Bytes by which the process has grown at most.</summary>
    public long Growth => _peak - _before;

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _watching.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stopping.Dispose();
    }

    private async Task WatchAsync()
    {
        while (true)
        {
            _peak = Math.Max(_peak, Environment.WorkingSet);
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, _stopping.Token);
        }
    }
}
