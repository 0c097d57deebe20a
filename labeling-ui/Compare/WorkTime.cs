namespace WebQA.LabelingUi.Compare;

/// <summary>Tells time at work from time away: a minute without input is the last that counts as work, and a hidden tab is away at once. Not thread-safe.</summary>
public sealed class WorkTime
{
    /// <summary>How long without input a person still counts as working.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly TimeProvider _clock;
    private readonly long _opened;
    private TimeSpan _active;
    private TimeSpan _idle;
    private long _counted;
    private long _input;
    private bool _isHidden;

    /// <summary>Begins at work.</summary>
    /// <param name="clock">Measures.</param>
    /// <param name="active">Time at work before.</param>
    /// <param name="idle">Time away before.</param>
    public WorkTime(TimeProvider clock, TimeSpan active = default, TimeSpan idle = default)
    {
        (_clock, _active, _idle) = (clock, active, idle);
        _opened = _counted = _input = clock.GetTimestamp();
    }

    /// <summary>Time at work.</summary>
    public TimeSpan Active => Count()._active;

    /// <summary>Time away.</summary>
    public TimeSpan Idle => Count()._idle;

    /// <summary>Time since the last input, or since the beginning.</summary>
    public TimeSpan SinceInput => _clock.GetElapsedTime(_input);

    /// <summary>Time since the beginning, away or not.</summary>
    public TimeSpan Whole => _clock.GetElapsedTime(_opened);

    /// <summary>The person did something.</summary>
    public void Input()
    {
        Count();
        _input = _counted;
        _isHidden = false;
    }

    /// <summary>The tab is out of sight, or in sight again.</summary>
    public void Show(bool isVisible)
    {
        Count();
        _isHidden = !isVisible;
        if (isVisible)
        {
            _input = _counted;
        }
    }

    private WorkTime Count()
    {
        var now = _clock.GetTimestamp();
        var passed = _clock.GetElapsedTime(_counted, now);
        var left = Patience - _clock.GetElapsedTime(_input, _counted);
        var active = _isHidden || left <= TimeSpan.Zero ? TimeSpan.Zero : passed < left ? passed : left;
        (_active, _idle, _counted) = (_active + active, _idle + passed - active, now);
        return this;
    }
}
