using WebQA.Core.Answers;
using WebQA.Core.Episodes;

namespace WebQA.Storage.Tests.Episodes;

public sealed class EpisodeStoreTests
{
    [Fact]
    public async Task Events_come_back_in_order_with_their_times()
    {
        await using var test = new TestStore();
        var lease = await test.Episodes.CreateAsync(TestStore.Setup("one"), "me", HostedBy.Service);
        test.Clock.Advance(TimeSpan.FromSeconds(1));
        await test.Episodes.AppendAsync(lease, 1, TestStore.Step(1));
        await test.Episodes.AppendAsync(lease, 2, TestStore.Step(2, isQuote: true));

        var all = await test.Episodes.ReadAsync("one");
        var last = await test.Episodes.ReadAsync("one", after: 1);

        Assert.Equal([0, 1, 2], all.Select(e => e.Sequence));
        Assert.Equal(TestStore.Noon, all[0].At);
        Assert.Equal(TestStore.Noon.AddSeconds(1), all[1].At);
        Assert.Equal("ranking", Assert.IsType<EpisodeStarted>(all[0].Event).Setup.Policy);
        Assert.Equal(TestStore.Step(2, isQuote: true), Assert.Single(last).Event);
    }

    [Fact]
    public async Task The_summary_follows_the_events_and_an_undo_takes_back_what_its_step_gave()
    {
        await using var test = new TestStore();
        var lease = await test.Episodes.CreateAsync(TestStore.Setup("one"), "me", HostedBy.Service);
        var events = new EpisodeEvent[]
        {
            TestStore.Step(1), TestStore.Step(2, isQuote: true), new StepUndone(), TestStore.Step(2), TestStore.Step(3, isQuote: true), new StepUndone(), new StepUndone(), TestStore.Step(2, isQuote: true),
        };
        for (var i = 0; i < events.Length; i++)
        {
            await test.Episodes.AppendAsync(lease, i + 1, events[i]);
        }

        var summary = await test.Episodes.FindAsync("one");

        Assert.Equal((2, 1, EpisodePhase.Running), (summary!.Steps, summary.References, summary.Phase));
    }

    [Fact]
    public async Task An_ended_episode_says_how_and_when_and_takes_no_more_events()
    {
        await using var test = new TestStore();
        var lease = await test.Episodes.CreateAsync(TestStore.Setup("one"), "me", HostedBy.Service);
        test.Clock.Advance(TimeSpan.FromMinutes(1));
        await test.Episodes.AppendAsync(lease, 1, new EpisodeEnded(Outcome.NotEnoughEvidence, "Nothing was found."));

        var summary = await test.Episodes.FindAsync("one");

        Assert.Equal(
            new EpisodeSummary("one", "Why do crows bring gifts?", "mini-web", "ranking", 7, EpisodePhase.Ended, Outcome.NotEnoughEvidence, "Nothing was found.", 0, 0,
                TestStore.Noon, TestStore.Noon.AddMinutes(1), null, null, null),
            summary);
        await Assert.ThrowsAsync<LeaseLostException>(() => test.Episodes.AppendAsync(lease, 2, TestStore.Step(1)));
        Assert.Null(await test.Episodes.TryClaimAsync("one", "other"));
    }

    [Fact]
    public async Task An_id_that_is_taken_is_refused()
    {
        await using var test = new TestStore();
        await test.Episodes.CreateAsync(TestStore.Setup("one"), "me", HostedBy.Service);

        var refused = await Assert.ThrowsAsync<DuplicateEpisodeException>(() => test.Episodes.CreateAsync(TestStore.Setup("one"), "me", HostedBy.Service));

        Assert.Equal("There is an episode one already.", refused.Message);
    }

    [Fact]
    public async Task A_sequence_number_is_stored_once_and_none_is_left_out()
    {
        await using var test = new TestStore();
        var lease = await test.Episodes.CreateAsync(TestStore.Setup("one"), "me", HostedBy.Service);
        await test.Episodes.AppendAsync(lease, 1, TestStore.Step(1));

        await Assert.ThrowsAsync<LeaseLostException>(() => test.Episodes.AppendAsync(lease, 1, TestStore.Step(1)));
        await Assert.ThrowsAsync<LeaseLostException>(() => test.Episodes.AppendAsync(lease, 3, TestStore.Step(2)));

        Assert.Equal(2, (await test.Episodes.ReadAsync("one")).Count);
    }

    [Fact]
    public async Task A_lease_that_runs_out_can_be_claimed_and_its_old_holder_writes_no_more()
    {
        await using var test = new TestStore();
        var old = await test.Episodes.CreateAsync(TestStore.Setup("one"), "old", HostedBy.Service);
        Assert.Null(await test.Episodes.TryClaimAsync("one", "new"));

        test.Clock.Advance(TimeSpan.FromSeconds(5.1));
        Assert.Equal(EpisodePhase.Interrupted, (await test.Episodes.FindAsync("one"))!.Phase);
        var claimed = await test.Episodes.TryClaimAsync("one", "new");

        Assert.Equal(new EpisodeLease("one", "new", 2), claimed);
        var lost = await Assert.ThrowsAsync<LeaseLostException>(() => test.Episodes.AppendAsync(old, 1, TestStore.Step(1)));
        Assert.Equal("Episode one is run by another process now; this one lets go of it. Nothing is lost.", lost.Message);
        Assert.Null(await test.Episodes.RenewAsync(old));
        await test.Episodes.AppendAsync(claimed!, 1, TestStore.Step(1));
    }

    [Fact]
    public async Task Renewing_keeps_a_lease_and_brings_the_strongest_request()
    {
        await using var test = new TestStore();
        var lease = await test.Episodes.CreateAsync(TestStore.Setup("one"), "me", HostedBy.Service);
        test.Clock.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal(ControlRequest.None, await test.Episodes.RenewAsync(lease));
        test.Clock.Advance(TimeSpan.FromSeconds(4));
        Assert.Null(await test.Episodes.TryClaimAsync("one", "other"));

        await test.Episodes.RequestAsync("one", ControlRequest.Stop);
        await test.Episodes.RequestAsync("one", ControlRequest.AnswerNow);

        Assert.Equal(ControlRequest.Stop, await test.Episodes.RenewAsync(lease));
    }

    [Fact]
    public async Task Three_claims_without_an_event_exhaust_an_episode_and_a_step_begins_the_count_again()
    {
        await using var test = new TestStore();
        await test.Episodes.CreateAsync(TestStore.Setup("one"), "me", HostedBy.Service);
        EpisodeLease? lease = null;
        for (var i = 0; i < 3; i++)
        {
            test.Clock.Advance(TimeSpan.FromSeconds(6));
            Assert.Equal(["one"], await test.Episodes.ListAbandonedAsync());
            lease = await test.Episodes.TryClaimAsync("one", "me");
        }
        test.Clock.Advance(TimeSpan.FromSeconds(6));

        Assert.Equal([], await test.Episodes.ListAbandonedAsync());
        Assert.Equal(["one"], await test.Episodes.ListExhaustedAsync());
        await test.Episodes.AppendAsync(lease!, 1, TestStore.Step(1));
        Assert.Equal(["one"], await test.Episodes.ListAbandonedAsync());
    }

    [Fact]
    public async Task A_lease_given_back_in_good_order_counts_as_no_try()
    {
        await using var test = new TestStore();
        await test.Episodes.ReleaseAsync(await test.Episodes.CreateAsync(TestStore.Setup("one"), "me", HostedBy.Service));
        for (var i = 0; i < 5; i++)
        {
            var lease = await test.Episodes.TryClaimAsync("one", "me");
            Assert.NotNull(lease);
            await test.Episodes.ReleaseAsync(lease);
        }

        Assert.Equal(["one"], await test.Episodes.ListAbandonedAsync());
    }

    [Fact]
    public async Task Episodes_of_commands_are_not_listed_for_the_service()
    {
        await using var test = new TestStore();
        await test.Episodes.CreateAsync(TestStore.Setup("one"), "me", HostedBy.Command);
        test.Clock.Advance(TimeSpan.FromSeconds(6));

        Assert.Equal([], await test.Episodes.ListAbandonedAsync());
        Assert.NotNull(await test.Episodes.TryClaimAsync("one", "me"));
    }

    [Fact]
    public async Task A_running_episode_cannot_be_deleted_and_a_deleted_one_is_gone()
    {
        await using var test = new TestStore();
        var lease = await test.Episodes.CreateAsync(TestStore.Setup("one"), "me", HostedBy.Service);

        var running = await Assert.ThrowsAsync<InvalidOperationException>(() => test.Episodes.DeleteAsync("one"));
        await test.Episodes.AppendAsync(lease, 1, new EpisodeEnded(Outcome.Stopped, null));

        Assert.Equal("Episode one is running. Stop it first, then delete it.", running.Message);
        Assert.True(await test.Episodes.DeleteAsync("one"));
        Assert.False(await test.Episodes.DeleteAsync("one"));
        Assert.Null(await test.Episodes.FindAsync("one"));
        Assert.Empty(await test.Episodes.ReadAsync("one"));
        Assert.Empty(await test.Episodes.ListAsync(new EpisodeQuery("crows")));
    }

    [Fact]
    public async Task An_event_row_stays_small()
    {
        await using var test = new TestStore();
        var lease = await test.Episodes.CreateAsync(TestStore.Setup("one"), "me", HostedBy.Service);
        var step = TestStore.Step(100, isQuote: true) with { LogProbability = -1.2345678901234567, Milliseconds = 123_456, Cursor = 12_345, QuoteStart = 1_234_567 };
        await test.Episodes.AppendAsync(lease, 1, step);

        var bytes = (long)test.Scalar("select length(cast(body as blob)) from event where sequence = 1")!;

        Assert.InRange(bytes - step.Command.Length, 1, 500);
    }
}
