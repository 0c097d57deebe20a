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

    private static WorkTime Time(int active, int idle) => new(TimeSpan.FromSeconds(active), TimeSpan.FromSeconds(idle));
}
