using WebQA.Core.Browsing;

namespace WebQA.TextBrowser.Search.Engines.Pacing;

/// <summary>Asks an engine no faster than it allows, waits as long as it asks for where that is short, and tries once more what may pass. What would take too long is a fault at once, so that the next engine is asked.</summary>
/// <param name="inner">The engine; each call is one request.</param>
/// <param name="title">Its name for people.</param>
/// <param name="perMinute">Requests a minute; read at each search.</param>
/// <param name="pace">Shared by all that ask this engine.</param>
/// <param name="clock">Measures the waits.</param>
public sealed class PacedEngine(ISearchEngine inner, string title, Func<int> perMinute, EnginePace pace, TimeProvider clock) : ISearchEngine
{
    /// <summary>The longest wait for one's turn.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromSeconds(20);

    /// <summary>The longest pause after which a search is tried again by itself.</summary>
    public static TimeSpan ShortPause { get; } = TimeSpan.FromSeconds(5);

    /// <summary>An engine that asks for more is asked again after this.</summary>
    public static TimeSpan LongestPause { get; } = TimeSpan.FromHours(24);

    private static readonly TimeSpan PauseWhereNoneIsNamed = TimeSpan.FromSeconds(30);

    /// <inheritdoc/>
    public string Name => inner.Name;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<SearchResult>> SearchAsync(string query, int count, CancellationToken cancellationToken = default)
    {
        for (var isLast = false; ; isLast = true)
        {
            await WaitForTurnAsync(cancellationToken);
            try
            {
                var results = await inner.SearchAsync(query, count, cancellationToken);
                pace.Answered();
                return results;
            }
            catch (EngineFaultException e)
            {
                if (PauseAfter(e) is not { } pause || isLast)
                {
                    throw;
                }
                await Task.Delay(pause, clock, cancellationToken);
            }
        }
    }

    private async Task WaitForTurnAsync(CancellationToken cancellationToken)
    {
        var rate = perMinute();
        var wait = pace.Reserve(rate, Patience);
        if (wait > Patience)
        {
            throw new EngineFaultException(
                EngineFault.Throttled, $"{title} is left alone for another {Math.Ceiling(wait.TotalSeconds):0} seconds: it asked for a pause, failed several times, or was asked more than {rate} times a minute.",
                "Search again then, or put another engine beside it.", wait);
        }
        if (wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, clock, cancellationToken);
        }
    }

    /// <summary>How long to wait before the search is tried again; null where it is not.</summary>
    private TimeSpan? PauseAfter(EngineFaultException fault)
    {
        switch (fault.Fault)
        {
            case EngineFault.Throttled:
                var asked = fault.RetryAfter ?? PauseWhereNoneIsNamed;
                pace.Pause(asked < LongestPause ? asked : LongestPause);
                // The wait itself is made by the turn.
                return asked <= ShortPause ? TimeSpan.Zero : null;
            case EngineFault.ServerError or EngineFault.Unreachable:
                var rests = pace.Failed();
                return rests || fault.RetryAfter > ShortPause ? null : fault.RetryAfter ?? Jitter();
            case EngineFault.TimedOut:
                // A second wait as long would be the reader's.
                pace.Failed();
                return null;
            default:
                return null;
        }
    }

    /// <summary>Between .3 and .9 seconds, so that many who failed together do not come back together.</summary>
    private TimeSpan Jitter() => TimeSpan.FromMilliseconds(300 + (clock.GetTimestamp() % 600));
}
