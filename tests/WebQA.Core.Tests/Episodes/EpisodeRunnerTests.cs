using WebQA.Core.Answers;
using WebQA.Core.Episodes;
using WebQA.Core.Tests.Doubles;

namespace WebQA.Core.Tests.Episodes;

public class EpisodeRunnerTests
{
    private static readonly string[] QuoteOne = ["Search crows", "Clicked on link 1", "Quote: Crows remember faces."];
    private readonly TestEpisodes _test = new();

    [Fact]
    public async Task An_episode_browses_answers_and_ends()
    {
        var ended = await RunAsync(new ScriptedPolicy(QuoteOne, new AnswerDraft("Crows remember faces [1].")));
        Assert.Equal(Outcome.Answered, ended.Ended!.Outcome);
        Assert.Equal("Crows remember faces [1].", ended.Composed!.Answer!.Text);
        Assert.Empty(ended.Composed.Answer.Errors);
        Assert.Equal(4, ended.ActionsUsed);
    }

    [Fact]
    public async Task A_faulty_citation_is_given_back_once_and_then_repaired()
    {
        var policy = new ScriptedPolicy(QuoteOne, new AnswerDraft("Crows remember [2]."), new AnswerDraft("Crows remember [1]."));
        var ended = await RunAsync(policy);
        Assert.Equal("[2] has no quote: the only quote is [1].", Assert.Single(policy.Requests[1].Errors).Message);
        Assert.Equal("Crows remember [2].", policy.Requests[1].RejectedDraft!.Text);
        Assert.Empty(ended.Composed!.Answer!.Errors);
    }

    [Fact]
    public async Task A_citation_that_stays_faulty_is_shown_as_an_error()
    {
        var ended = await RunAsync(new ScriptedPolicy(QuoteOne, new AnswerDraft("Crows [2]."), new AnswerDraft("Crows [3].")));
        Assert.Equal(Outcome.Answered, ended.Ended!.Outcome);
        Assert.Equal("[3] has no quote: the only quote is [1].", Assert.Single(ended.Composed!.Answer!.Errors).Message);
    }

    [Fact]
    public async Task Weak_references_are_not_enough_evidence()
    {
        var ended = await RunAsync(new ScriptedPolicy(QuoteOne, new AnswerDraft(null, "Faces were found; gifts are missing.")));
        Assert.Equal((Outcome.NotEnoughEvidence, "Faces were found; gifts are missing."), (ended.Ended!.Outcome, ended.Ended.Reason));
    }

    [Fact]
    public async Task Without_a_reference_there_is_no_answer()
    {
        var ended = await RunAsync(new ScriptedPolicy(["Search crows", "Clicked on link 1"]));
        Assert.Equal(
            (Outcome.NotEnoughEvidence, "Browsing ended without a quote; 1 search and 1 page gave nothing to quote."),
            (ended.Ended!.Outcome, ended.Ended.Reason));
    }

    [Theory]
    [InlineData("End: Nonsense", Outcome.Nonsense)]
    [InlineData("End: Controversial", Outcome.Controversial)]
    public async Task A_policy_may_skip_answering(string end, Outcome outcome) =>
        Assert.Equal(outcome, (await RunAsync(new ScriptedPolicy([.. QuoteOne, end]))).Ended!.Outcome);

    [Fact]
    public async Task A_stop_ends_the_step_in_flight()
    {
        using var control = new EpisodeControl();
        var policy = new ScriptedPolicy(QuoteOne) { OnAct = o => { if (o.History.Count == 2) { control.Request(ControlRequest.Stop); } } };
        var ended = await RunAsync(policy, control);
        Assert.Equal((Outcome.Stopped, "Stopped by a person after 2 actions, with 0 quotes."), (ended.Ended!.Outcome, ended.Ended.Reason));
    }

    [Fact]
    public async Task Answer_now_answers_from_the_quotes_at_hand()
    {
        using var control = new EpisodeControl();
        var policy = new ScriptedPolicy([.. QuoteOne, "Top", "Top"], new AnswerDraft("Crows remember [1]."))
        {
            OnAct = o => { if (o.Quotes.Count == 1) { control.Request(ControlRequest.AnswerNow); } },
        };
        var ended = await RunAsync(policy, control);
        Assert.Equal((Outcome.Answered, 3), (ended.Ended!.Outcome, ended.ActionsUsed));
        Assert.Equal(Truncation.AnswerNow, policy.Requests[0].Truncation);
    }

    [Fact]
    public async Task A_cancelled_episode_is_left_to_be_resumed_where_it_stood()
    {
        using var cancellation = new CancellationTokenSource();
        var policy = new ScriptedPolicy(QuoteOne) { OnAct = o => { if (o.History.Count == 2) { cancellation.Cancel(); } } };
        var episode = _test.Begin();
        using var control = new EpisodeControl();
        await Assert.ThrowsAsync<OperationCanceledException>(() => DrainAsync(EpisodeRunner.RunAsync(episode, policy, control, TimeProvider.System, cancellation.Token)));
        Assert.Null(episode.State.Ended);

        var resumed = await Episode.RestoreAsync(_test.Journal.Events, _test.Environment, _test.Journal, TimeProvider.System);
        await DrainAsync(EpisodeRunner.RunAsync(resumed, new ScriptedPolicy([QuoteOne[2]], new AnswerDraft("Yes [1].")), control, TimeProvider.System));
        Assert.Equal((Outcome.Answered, 4), (resumed.State.Ended!.Outcome, resumed.State.ActionsUsed));
    }

    [Fact]
    public async Task A_write_that_has_begun_is_not_interrupted()
    {
        using var cancellation = new CancellationTokenSource();
        var journal = new SlowJournal(cancellation);
        var setup = new EpisodeSetup { Id = "e", Question = new("q", "Why?"), Environment = "fake", Policy = "script" };
        var episode = Episode.Begin(setup, _test.Environment, journal, TimeProvider.System);
        await episode.ApplyAsync(new PolicyDecision("Search crows"), cancellationToken: cancellation.Token);
        Assert.Equal((1, 1), (journal.Stored, episode.State.ActionsUsed));
        await Assert.ThrowsAsync<OperationCanceledException>(() => episode.ApplyAsync(new PolicyDecision("Top"), cancellationToken: cancellation.Token));
        Assert.Equal((1, 1), (journal.Stored, episode.State.ActionsUsed));
    }

    private sealed class SlowJournal(CancellationTokenSource cancellation) : IEpisodeJournal
    {
        public int Stored { get; private set; }

        public async Task AppendAsync(EpisodeEvent episodeEvent, CancellationToken cancellationToken = default)
        {
            await cancellation.CancelAsync();
            await Task.Delay(1, cancellationToken);
            Stored++;
        }
    }

    [Fact]
    public async Task A_policy_that_goes_round_in_circles_is_ended()
    {
        var ended = await RunAsync(new LoopGuardPolicy(new ScriptedPolicy(Enumerable.Repeat("Search crows", 90)), maxLoops: 3));
        Assert.Equal((5, Outcome.NotEnoughEvidence), (ended.ActionsUsed, ended.Ended!.Outcome));
    }

    private async Task<EpisodeState> RunAsync(IPolicy policy, EpisodeControl? control = null)
    {
        using var none = new EpisodeControl();
        var episode = _test.Begin();
        await DrainAsync(EpisodeRunner.RunAsync(episode, policy, control ?? none, TimeProvider.System));
        return episode.State;
    }

    private static async Task DrainAsync(IAsyncEnumerable<EpisodeStep> steps)
    {
        await foreach (var step in steps)
        {
            Assert.NotNull(step.Observation);
        }
    }
}
