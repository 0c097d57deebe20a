using System.Collections.Concurrent;

namespace WebQA.TextBrowser.Search.Engines.Pacing;

/// <summary>When one engine may be asked next: a token bucket, and the pauses that it asks for or that its faults call for. Shared by all environments that ask it. Thread-safe.</summary>
/// <param name="clock">Tells the time.</param>
public sealed class EnginePace(TimeProvider clock)
{
    /// <summary>Requests that may follow each other at once after a quiet time.</summary>
    public const int Burst = 3;

    /// <summary>Faults in a row after which the engine is left alone for <see cref="RestAfterFaults"/>.</summary>
    public const int FaultsBeforeRest = 3;

    private readonly Lock _lock = new();
    private DateTimeOffset _nextToken = DateTimeOffset.MinValue;
    private DateTimeOffset _pausedUntil = DateTimeOffset.MinValue;
    private int _faults;

    /// <summary>How long an engine that fails again and again is left alone. 30 seconds.</summary>
    public static TimeSpan RestAfterFaults { get; } = TimeSpan.FromSeconds(30);

    /// <summary>Takes the next free moment: zero for now. Where it is further off than <paramref name="patience"/>, nothing is taken.</summary>
    /// <param name="perMinute">Requests a minute that are allowed.</param>
    /// <param name="patience">The longest wait that makes sense.</param>
    /// <returns>How long to wait; more than <paramref name="patience"/> where that is too long.</returns>
    public TimeSpan Reserve(int perMinute, TimeSpan patience)
    {
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            var interval = TimeSpan.FromMinutes(1) / perMinute;
            var earliest = _nextToken > now - (interval * (Burst - 1)) ? _nextToken : now - (interval * (Burst - 1));
            var moment = earliest > _pausedUntil ? earliest : _pausedUntil;
            var wait = moment > now ? moment - now : TimeSpan.Zero;
            if (wait <= patience)
            {
                _nextToken = earliest + interval;
            }
            return wait;
        }
    }

    /// <summary>Leaves the engine alone for a while.</summary>
    public void Pause(TimeSpan time)
    {
        lock (_lock)
        {
            var until = clock.GetUtcNow() + time;
            _pausedUntil = until > _pausedUntil ? until : _pausedUntil;
        }
    }

    /// <summary>The engine answered.</summary>
    public void Answered()
    {
        lock (_lock)
        {
            _faults = 0;
        }
    }

    /// <summary>The engine failed; after some faults in a row it rests.</summary>
    /// <returns>Whether it rests now.</returns>
    public bool Failed()
    {
        lock (_lock)
        {
            if (++_faults < FaultsBeforeRest)
            {
                return false;
            }
            _faults = 0;
        }
        Pause(RestAfterFaults);
        return true;
    }
}

/// <summary>The paces of a process: one for each engine and address.</summary>
/// <param name="clock">Tells the time.</param>
public sealed class EnginePaces(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, EnginePace> _paces = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The pace of an engine at an address.</summary>
    public EnginePace Of(string engine, Uri? endpoint) => _paces.GetOrAdd($"{engine} {endpoint?.Authority}", _ => new EnginePace(clock));
}
