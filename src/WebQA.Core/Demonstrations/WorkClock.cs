namespace WebQA.Core.Demonstrations;

/// <summary>Tells active from idle time by the input that is reported; time in which nothing is open counts as neither. Thread-safe.</summary>
/// <param name="clock">The time.</param>
/// <param name="before">What was spent earlier.</param>
public sealed class WorkClock(TimeProvider clock, WorkTime before = default)
{
    /// <summary>How long after an input a person still counts as active.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private WorkTime _time = before;
    private long? _counted;
    private long _input = clock.GetTimestamp();
    private long _activeUntil;

    /// <summary>The time spent until now.</summary>
    public WorkTime Now
    {
        get
        {
            lock (_lock)
            {
                Count(clock.GetTimestamp());
                return _time;
            }
        }
    }

    /// <summary>Time since the person last did something, or since the clock was made.</summary>
    public TimeSpan SinceInput
    {
        get
        {
            lock (_lock)
            {
                return clock.GetElapsedTime(_input);
            }
        }
    }

    /// <summary>The person does something here, or has just come.</summary>
    public void Touch()
    {
        lock (_lock)
        {
            var now = clock.GetTimestamp();
            Count(now);
            _counted ??= now;
            _input = now;
            _activeUntil = now + (long)(Patience.TotalSeconds * clock.TimestampFrequency);
        }
    }

    /// <summary>No tab that shows it can be seen.</summary>
    public void Hide()
    {
        lock (_lock)
        {
            Count(clock.GetTimestamp());
            _activeUntil = clock.GetTimestamp();
        }
    }

    /// <summary>No tab shows it.</summary>
    public void Leave()
    {
        lock (_lock)
        {
            Count(clock.GetTimestamp());
            _counted = null;
        }
    }

    private void Count(long now)
    {
        if (_counted is not { } from)
        {
            return;
        }
        var active = Math.Clamp(_activeUntil - from, 0, now - from);
        _time = new WorkTime(_time.Active + Span(active), _time.Idle + Span(now - from - active));
        _counted = now;
    }

    private TimeSpan Span(long ticks) => clock.GetElapsedTime(0, ticks);
}
