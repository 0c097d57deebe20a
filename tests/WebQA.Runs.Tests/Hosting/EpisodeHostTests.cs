using Microsoft.Extensions.DependencyInjection;
using WebQA.Core.Answers;
using WebQA.Core.Episodes;
using WebQA.Core.Questions;

namespace WebQA.Runs.Tests.Hosting;

public sealed class EpisodeHostTests
{
    private static readonly TimeSpan Slow = TimeSpan.FromMilliseconds(100);

    private static EpisodeRequest Ask(string question = "Why?", long seed = 0) => new() { Question = question, Seed = seed };

    [Fact]
    public async Task An_episode_runs_to_its_answer_and_each_event_is_watched_in_order()
    {
        await using var test = new TestHost();

        var id = await test.Host.StartAsync(Ask());
        var events = await test.EndOfAsync(id);

        Assert.Equal(Enumerable.Range(0, events.Count), events.Select(e => e.Sequence));
        Assert.Equal(["Search why 0", "Clicked on link 0", "Quote: Sentence 0 of the page of 0.", "Quote: Sentence 1 of the page of 0.", "Quote: Sentence 2 of the page of 0.", "End: Answer"],
            events.Select(e => e.Event).OfType<StepTaken>().Select(s => s.Command));
        Assert.Equal(Outcome.Answered, Assert.IsType<EpisodeEnded>(events[^1].Event).Outcome);
        var summary = await test.Store.FindAsync(id);
        Assert.Equal((EpisodePhase.Ended, Outcome.Answered, 6, 3), (summary!.Phase, summary.Outcome, summary.Steps, summary.References));
    }

    [Fact]
    public async Task An_end_that_is_stored_while_the_watcher_looks_up_the_episode_is_watched_too()
    {
        var end = new EpisodeEnded(Outcome.Failed, "It ended between two looks.");
        BetweenLooks? looks = null;
        await using var test = new TestHost(services: services =>
        {
            var store = services.Single(s => s.ServiceType == typeof(IEpisodeStore)).ImplementationType!;
            services.AddSingleton<IEpisodeStore>(provider => looks = new BetweenLooks((IEpisodeStore)ActivatorUtilities.CreateInstance(provider, store)));
        });
        var setup = new EpisodeSetup
        {
            Id = "watched", Question = new Question("q", "Why?"), Environment = "scripted-web", Policy = "scripted",
        };
        var lease = await test.Store.CreateAsync(setup, "another process", HostedBy.Command);
        looks!.Before = () => test.Store.AppendAsync(lease, 1, end);

        var events = await test.EndOfAsync("watched");

        Assert.Equal(end, events[^1].Event);
    }

    [Fact]
    public async Task A_stored_episode_replays_to_the_observations_that_the_policy_saw()
    {
        await using var test = new TestHost();
        var id = await test.Host.StartAsync(Ask());
        await test.EndOfAsync(id);

        await using var later = new TestHost(test.Folder);
        var state = await later.Get<EpisodeReader>().ReadAsync(id);

        Assert.Equal(6, state!.Steps.Count);
        Assert.Empty(EpisodeReader.Differences(state));
        Assert.Equal("Sentence 0 of the page of 0 [1]. Sentence 1 of the page of 0 [2]. Sentence 2 of the page of 0 [3].", state.Composed!.Answer!.Text);
    }

    [Fact]
    public async Task Stopping_ends_an_episode_without_an_answer()
    {
        await using var test = new TestHost(pause: TimeSpan.FromMinutes(1));
        var id = await test.Host.StartAsync(Ask());

        await test.Host.StopAsync(id);
        var events = await test.EndOfAsync(id);

        Assert.Equal(new EpisodeEnded(Outcome.Stopped, "Stopped by a person after 0 actions, with 0 quotes."), events[^1].Event);
    }

    [Fact]
    public async Task An_answer_asked_for_now_is_made_of_the_quotes_at_hand()
    {
        await using var test = new TestHost(pause: Slow);
        var id = await test.Host.StartAsync(Ask(seed: 2));
        await foreach (var stored in test.Host.WatchAsync(id))
        {
            if (stored.Event is StepTaken { QuoteStart: not null })
            {
                await test.Host.AnswerNowAsync(id);
                break;
            }
        }

        var events = await test.EndOfAsync(id);

        Assert.Contains(events, e => e.Event is AnswerRequested);
        Assert.Equal(Outcome.Answered, Assert.IsType<EpisodeEnded>(events[^1].Event).Outcome);
        Assert.DoesNotContain(events, e => e.Event is StepTaken { Command: "End: Answer" });
    }

    [Fact]
    public async Task A_failing_policy_ends_the_episode_with_its_message()
    {
        await using var test = new TestHost();

        var events = await test.EndOfAsync(await test.Host.StartAsync(Ask("Why is it broken?")));

        Assert.Equal(new EpisodeEnded(Outcome.Failed, "The writer is out of ink. Refill it and ask again."), events[^1].Event);
    }

    [Fact]
    public async Task A_policy_that_goes_round_in_circles_is_made_to_answer_where_the_host_says_so()
    {
        await using var test = new TestHost(
            configure: o => o.MaxLoops = 3, services: s => s.AddSingleton<IPolicyCatalog>(new CirclingPolicies()));

        var events = await test.EndOfAsync(await test.Host.StartAsync(Ask()));

        Assert.Equal(["Search why", "Search why", "Search why", "Search why", "End: Answer"], events.Select(e => e.Event).OfType<StepTaken>().Select(s => s.Command));
        Assert.Equal(Outcome.NotEnoughEvidence, Assert.IsType<EpisodeEnded>(events[^1].Event).Outcome);
    }

    [Fact]
    public async Task Only_so_many_run_at_once_and_the_others_wait_their_turn()
    {
        await using var test = new TestHost(pause: Slow, configure: o => o.MaxRunning = 1);
        var first = await test.Host.StartAsync(Ask(seed: 0));
        var second = await test.Host.StartAsync(Ask(seed: 1));

        var firstEnd = (await test.EndOfAsync(first))[^1].At;
        var secondSteps = (await test.EndOfAsync(second)).Where(e => e.Event is StepTaken).ToArray();

        Assert.True(secondSteps[0].At >= firstEnd, $"The second began at {secondSteps[0].At:O}, before the first ended at {firstEnd:O}.");
    }

    [Fact]
    public async Task An_episode_that_waits_its_turn_can_be_stopped()
    {
        await using var test = new TestHost(pause: TimeSpan.FromMinutes(1), configure: o => o.MaxRunning = 1);
        await test.Host.StartAsync(Ask());
        var waiting = await test.Host.StartAsync(Ask());

        await test.Host.StopAsync(waiting);

        Assert.Equal(Outcome.Stopped, Assert.IsType<EpisodeEnded>((await test.EndOfAsync(waiting))[^1].Event).Outcome);
    }

    [Fact]
    public async Task Too_many_waiting_episodes_are_refused()
    {
        await using var test = new TestHost(pause: TimeSpan.FromMinutes(1), configure: o => o.MaxHeld = 1);
        await test.Host.StartAsync(Ask());

        var refused = await Assert.ThrowsAsync<HostRefusedException>(() => test.Host.StartAsync(Ask()));

        Assert.Equal("1 episodes run or wait already. Wait until some have ended, or stop some, then ask again.", refused.Message);
    }

    [Fact]
    public async Task A_follow_up_begins_with_the_references_of_the_episode_before()
    {
        await using var test = new TestHost();
        var first = await test.Host.StartAsync(Ask());
        await test.EndOfAsync(first);

        var second = await test.Host.StartAsync(Ask(seed: 1) with { FollowUpOf = first });
        await test.EndOfAsync(second);
        var state = await test.Get<EpisodeReader>().ReadAsync(second);

        Assert.Equal(Enumerable.Range(1, 7), state!.References.Select(r => r.Id));
        Assert.Equal("Sentence 0 of the page of 0.", state.References[0].Extract);
        Assert.Equal("Sentence 0 of the page of 1.", state.References[3].Extract);
    }

    [Fact]
    public async Task An_episode_that_runs_or_is_not_there_cannot_be_followed_up()
    {
        await using var test = new TestHost(pause: TimeSpan.FromMinutes(1));
        var running = await test.Host.StartAsync(Ask());

        var early = await Assert.ThrowsAsync<InvalidQuestionException>(() => test.Host.StartAsync(Ask() with { FollowUpOf = running }));
        var absent = await Assert.ThrowsAsync<InvalidQuestionException>(() => test.Host.StartAsync(Ask() with { FollowUpOf = "nowhere" }));

        Assert.Equal($"Episode {running} has not ended yet. Wait for its answer, then follow it up.", early.Message);
        Assert.Equal("There is no episode nowhere to follow up. Ask without it.", absent.Message);
    }

    [Fact]
    public async Task What_cannot_be_asked_is_refused_before_anything_is_stored()
    {
        await using var test = new TestHost();

        var environment = await Assert.ThrowsAsync<UnknownNameException>(() => test.Host.StartAsync(Ask() with { Environment = "moon" }));
        var policy = await Assert.ThrowsAsync<UnknownNameException>(() => test.Host.StartAsync(Ask() with { Policy = "oracle" }));
        var limits = await Assert.ThrowsAsync<InvalidQuestionException>(() => test.Host.StartAsync(Ask() with { Limits = new() { MaxActions = 5_000 } }));
        var temperature = await Assert.ThrowsAsync<InvalidQuestionException>(() => test.Host.StartAsync(Ask() with { Temperature = double.NaN }));
        await Assert.ThrowsAsync<InvalidQuestionException>(() => test.Host.StartAsync(Ask("  ")));

        Assert.Equal("There is no environment 'moon'. There is: scripted-web.", environment.Message);
        Assert.Equal("There is no policy 'oracle'. There is: scripted.", policy.Message);
        Assert.Equal("The limits of the episode are out of range. The field MaxActions must be between 1 and 1000.", limits.Message);
        Assert.Equal("The temperature must be from 0 (greedy) to 10; it is NaN.", temperature.Message);
        Assert.Empty(await test.Store.ListAsync(new EpisodeQuery()));
    }

    [Fact]
    public async Task A_full_disk_refuses_new_questions_with_the_remedy()
    {
        await using var test = new TestHost(storage: o => o.MinFreeBytes = long.MaxValue);

        var refused = await Assert.ThrowsAsync<HostRefusedException>(() => test.Host.StartAsync(Ask()));

        Assert.StartsWith($"The disk that holds {test.Folder} has ", refused.Message);
        Assert.EndsWith("Free some space, or move the folder to a larger disk and set WEBQA_DATA to its new place. Episodes that run go on.", refused.Message);
    }
}
