using Microsoft.Extensions.Time.Testing;
using WebQA.LabelingUi.Compare;

namespace WebQA.LabelingUi.Tests.Compare;

/// <summary>Time at work and time away.</summary>
public sealed class WorkTimeTests
{
    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public void A_minute_without_input_is_the_last_that_counts()
    {
        var time = new WorkTime(_clock);

        _clock.Advance(TimeSpan.FromSeconds(50));
        time.Input();
        _clock.Advance(TimeSpan.FromMinutes(10));

        Assert.Equal((110, 540), Seconds(time));
        time.Input();
        _clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal((115, 540), Seconds(time));
    }

    [Fact]
    public void A_hidden_tab_is_away_at_once_and_a_shown_one_at_work()
    {
        var time = new WorkTime(_clock, TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(3));

        _clock.Advance(TimeSpan.FromSeconds(10));
        time.Show(isVisible: false);
        _clock.Advance(TimeSpan.FromSeconds(20));
        time.Show(isVisible: true);
        _clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal((22, 23), Seconds(time));
    }

    [Fact]
    public void However_often_it_is_read_all_time_is_one_or_the_other()
    {
        var time = new WorkTime(_clock);
        for (var i = 0; i < 1000; i++)
        {
            _clock.Advance(TimeSpan.FromMilliseconds(777));
            _ = time.Active;
        }

        Assert.Equal((60, 717), Seconds(time));
        Assert.Equal(time.Whole, time.Active + time.Idle);
    }

    private static (int Active, int Idle) Seconds(WorkTime time) => ((int)Math.Round(time.Active.TotalSeconds), (int)Math.Round(time.Idle.TotalSeconds));
}
