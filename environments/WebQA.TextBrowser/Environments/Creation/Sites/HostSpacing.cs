using System.Collections.Concurrent;

namespace WebQA.TextBrowser.Environments.Creation.Sites;

/// <summary>Keeps requests to a host apart. Thread-safe.</summary>
/// <param name="delay">Time from one request to the next, where the host asks for no more.</param>
/// <param name="clock">Measures it.</param>
internal sealed class HostSpacing(TimeSpan delay, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, TimeSpan> _asked = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, long> _next = new(StringComparer.OrdinalIgnoreCase);
    private readonly Lock _lock = new();

    /// <summary>Keeps a host's own delay from here on, where it is longer.</summary>
    public void Ask(Uri url, TimeSpan own) => _asked[url.Authority] = own;

    /// <summary>Waits for a host's turn and takes it.</summary>
    public async Task WaitAsync(Uri url, CancellationToken cancellationToken)
    {
        if (Take(url.Authority, Of(url)) is var wait && wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, clock, cancellationToken);
        }
    }

    /// <summary>Time between two requests to a host.</summary>
    public TimeSpan Of(Uri url) => _asked.TryGetValue(url.Authority, out var own) && own > delay ? own : delay;

    private TimeSpan Take(string host, TimeSpan apart)
    {
        lock (_lock)
        {
            var now = clock.GetTimestamp();
            var turn = _next.TryGetValue(host, out var next) && next > now ? next : now;
            _next[host] = turn + (long)(apart.TotalSeconds * clock.TimestampFrequency);
            return TimeSpan.FromSeconds((turn - now) / (double)clock.TimestampFrequency);
        }
    }
}
