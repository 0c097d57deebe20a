using WebQA.Core.Demonstrations;
using WebQA.Core.Tests.Doubles;

namespace WebQA.Core.Tests.Demonstrations;

public class WorkClockTests
{
    private readonly HandClock _clock = new();

    [Fact]
    public void A_person_is_active_until_a_minute_after_their_last_input_and_idle_then()
    {
        var work = new WorkClock(_clock);
        work.Touch();
        _clock.Pass(40);
        work.Touch();
        _clock.Pass(300);
        Assert.Equal(Time(100, 240), work.Now);
        work.Touch();
        _clock.Pass(10);
        Assert.Equal(Time(110, 240), work.Now);
    }

    [Fact]
    public void A_hidden_tab_is_idle_at_once()
    {
        var work = new WorkClock(_clock);
        work.Touch();
        _clock.Pass(5);
        work.Hide();
        _clock.Pass(30);
        Assert.Equal(Time(5, 30), work.Now);
    }

    [Fact]
    public void Time_in_which_nothing_is_open_counts_as_neither()
    {
        var work = new WorkClock(_clock, Time(7, 3));
        _clock.Pass(1_000);
        work.Touch();
        _clock.Pass(2);
        work.Leave();
        _clock.Pass(1_000);
        work.Touch();
        _clock.Pass(4);
        Assert.Equal(Time(13, 3), work.Now);
    }

    [Fact]
    public void A_minute_without_input_is_the_last_that_counts()
    {
        var work = new WorkClock(_clock);
        work.Touch();
        _clock.Pass(50);
        work.Touch();
        _clock.Pass(600);

        Assert.Equal((Time(110, 540), TimeSpan.FromMinutes(10)), (work.Now, work.SinceInput));
        work.Touch();
        _clock.Pass(5);
        Assert.Equal((Time(115, 540), TimeSpan.FromSeconds(5)), (work.Now, work.SinceInput));
    }

    [Fact]
    public void A_hidden_tab_is_away_at_once_and_a_shown_one_at_work()
    {
        var work = new WorkClock(_clock, Time(7, 3));
        work.Touch();
        _clock.Pass(10);
        work.Hide();
        _clock.Pass(20);
        work.Touch();
        _clock.Pass(5);

        Assert.Equal(Time(22, 23), work.Now);
    }

    [Fact]
    public void However_often_it_is_read_all_time_is_one_or_the_other()
    {
        var work = new WorkClock(_clock);
        work.Touch();
        for (var i = 0; i < 1000; i++)
        {
            _clock.Pass(TimeSpan.FromMilliseconds(777));
            _ = work.Now;
        }

        Assert.Equal(Time(60, 717), work.Now);
    }

    private static WorkTime Time(int active, int idle) => new(TimeSpan.FromSeconds(active), TimeSpan.FromSeconds(idle));
}
