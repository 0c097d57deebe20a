using WebQA.Core.Browsing;
using WebQA.TextBrowser.Search.Engines;
using WebQA.TextBrowser.Search.Engines.Pacing;

namespace WebQA.TextBrowser.Tests.Search.Engines;

public sealed class PacedEngineTests
{
    private readonly JumpingClock _clock = new();

    private PacedEngine Paced(ScriptedEngine engine, int perMinute = 60) => new(engine, "The engine", () => perMinute, new EnginePace(_clock), _clock);

    private static Task<IReadOnlyList<SearchResult>> SearchAsync(PacedEngine engine) => engine.SearchAsync("crows", 8, TestContext.Current.CancellationToken);

    /// <summary>How much time passes until a search has ended.</summary>
    private async Task<TimeSpan> TimeOfAsync(PacedEngine engine)
    {
        var start = _clock.GetUtcNow();
        await SearchAsync(engine);
        return _clock.GetUtcNow() - start;
    }

    [Fact]
    public async Task A_few_searches_go_at_once_and_the_next_ones_wait_for_their_turn()
    {
        var engine = Paced(new ScriptedEngine(ScriptedEngine.Finds()), perMinute: 12);
        for (var i = 0; i < EnginePace.Burst; i++)
        {
            Assert.Equal(TimeSpan.Zero, await TimeOfAsync(engine));
        }

        Assert.Equal(TimeSpan.FromSeconds(5), await TimeOfAsync(engine));
        Assert.Equal(TimeSpan.FromSeconds(5), await TimeOfAsync(engine));
    }

    [Fact]
    public async Task A_turn_too_far_off_is_a_fault_at_once_and_takes_no_turn()
    {
        var inner = new ScriptedEngine(ScriptedEngine.Finds());
        var engine = Paced(inner, perMinute: 2);
        for (var i = 0; i < EnginePace.Burst; i++)
        {
            await SearchAsync(engine);
        }

        var first = await Assert.ThrowsAsync<EngineFaultException>(() => SearchAsync(engine));
        var second = await Assert.ThrowsAsync<EngineFaultException>(() => SearchAsync(engine));

        Assert.Equal((EngineFault.Throttled, TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(30)), (first.Fault, first.RetryAfter, second.RetryAfter));
        Assert.Equal("The engine is left alone for another 30 seconds: it asked for a pause, failed several times, or was asked more than 2 times a minute.", first.What);
        Assert.Equal(EnginePace.Burst, inner.Searches);
    }

    [Fact]
    public async Task A_short_pause_that_the_engine_asks_for_is_kept_and_then_it_is_asked_again()
    {
        var inner = new ScriptedEngine(ScriptedEngine.Fails(EngineFault.Throttled, TimeSpan.FromSeconds(3)), ScriptedEngine.Finds());

        Assert.Equal(TimeSpan.FromSeconds(3), await TimeOfAsync(Paced(inner)));
        Assert.Equal(2, inner.Searches);
    }

    [Fact]
    public async Task During_a_long_pause_the_engine_is_not_asked_at_all_and_after_it_again()
    {
        var inner = new ScriptedEngine(ScriptedEngine.Fails(EngineFault.Throttled, TimeSpan.FromSeconds(60)), ScriptedEngine.Finds());
        var engine = Paced(inner);
        await Assert.ThrowsAsync<EngineFaultException>(() => SearchAsync(engine));
        _clock.Advance(TimeSpan.FromSeconds(30));

        var during = await Assert.ThrowsAsync<EngineFaultException>(() => SearchAsync(engine));
        Assert.Equal((1, TimeSpan.FromSeconds(30)), (inner.Searches, during.RetryAfter));
        _clock.Advance(TimeSpan.FromSeconds(31));

        Assert.Equal(ScriptedEngine.Crows, await SearchAsync(engine));
    }

    [Theory]
    [InlineData(25)]
    [InlineData(24 * 365 * 1000)]
    public async Task An_engine_that_asks_for_more_than_a_day_is_asked_again_after_a_day(int hours)
    {
        var inner = new ScriptedEngine(ScriptedEngine.Fails(EngineFault.Throttled, TimeSpan.FromHours(hours)), ScriptedEngine.Finds());
        var engine = Paced(inner);
        await Assert.ThrowsAsync<EngineFaultException>(() => SearchAsync(engine));

        var during = await Assert.ThrowsAsync<EngineFaultException>(() => SearchAsync(engine));
        Assert.Equal((1, PacedEngine.LongestPause), (inner.Searches, during.RetryAfter));
        _clock.Advance(PacedEngine.LongestPause);

        Assert.Equal(ScriptedEngine.Crows, await SearchAsync(engine));
    }

    [Theory]
    [InlineData(EngineFault.ServerError, 2)]
    [InlineData(EngineFault.Unreachable, 2)]
    [InlineData(EngineFault.TimedOut, 1)]
    [InlineData(EngineFault.BadRequest, 1)]
    [InlineData(EngineFault.Refused, 1)]
    [InlineData(EngineFault.QuotaUsedUp, 1)]
    [InlineData(EngineFault.NotAnAnswer, 1)]
    public async Task What_may_pass_is_tried_once_more_and_nothing_else(EngineFault fault, int searches)
    {
        var inner = new ScriptedEngine(ScriptedEngine.Fails(fault));

        Assert.Equal(fault, (await Assert.ThrowsAsync<EngineFaultException>(() => TimeOfAsync(Paced(inner)))).Fault);
        Assert.Equal(searches, inner.Searches);
    }

    [Fact]
    public async Task An_engine_that_fails_again_and_again_rests_and_then_is_asked_again()
    {
        var down = ScriptedEngine.Fails(EngineFault.Unreachable);
        var inner = new ScriptedEngine(down, down, down, down, ScriptedEngine.Finds());
        var engine = Paced(inner);
        await Assert.ThrowsAsync<EngineFaultException>(() => TimeOfAsync(engine));
        await Assert.ThrowsAsync<EngineFaultException>(() => TimeOfAsync(engine));
        var asked = inner.Searches;

        Assert.Equal(EngineFault.Throttled, (await Assert.ThrowsAsync<EngineFaultException>(() => SearchAsync(engine))).Fault);
        Assert.Equal(asked, inner.Searches);
        _clock.Advance(EnginePace.RestAfterFaults);

        await TimeOfAsync(engine);
        Assert.True(inner.Searches > asked);
    }
}
