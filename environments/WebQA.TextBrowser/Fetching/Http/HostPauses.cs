using System.Collections.Concurrent;

namespace WebQA.TextBrowser.Fetching.Http;

/// <summary>Hosts that asked not to be asked for a while (HTTP 429 and 503 with <c>Retry-After</c>). Thread-safe.</summary>
internal sealed class HostPauses(TimeProvider clock)
{
    /// <summary>A host that asks for more is asked again after this.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    private readonly ConcurrentDictionary<string, DateTimeOffset> _ends = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Notes a pause, from now on.</summary>
    public void Set(Uri url, TimeSpan pause) => _ends[url.Authority] = clock.GetUtcNow() + (pause < Longest ? pause : Longest);

    /// <summary>How long a host is still to be left alone; zero where it may be asked.</summary>
    public TimeSpan Left(Uri url)
    {
        if (!_ends.TryGetValue(url.Authority, out var end))
        {
            return TimeSpan.Zero;
        }
        var left = end - clock.GetUtcNow();
        if (left > TimeSpan.Zero)
        {
            return left;
        }
        _ends.TryRemove(url.Authority, out _);
        return TimeSpan.Zero;
    }
}

/// <summary>A host was not asked, because it has asked for a pause that is too long to wait for.</summary>
internal sealed class HostPausedException(TimeSpan left) : Exception
{
    public TimeSpan Left => left;
}
