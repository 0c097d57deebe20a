using WebQA.Core.Answers;
using WebQA.Core.Demonstrations;
using WebQA.Core.Episodes;
using WebQA.Core.Tests.Doubles;
using static WebQA.Core.Tests.Doubles.TestEpisodes;

namespace WebQA.Core.Tests.Demonstrations;

public class DemonstrationReplayTests
{
    private static readonly string[] Browsing =
        ["Search crows", "Clicked on link 0", "Scrolled down 1", "Scrolled down 1", "Scrolled down 1", "Scrolled down 1", "Scrolled up 1", "Back", "Clicked on link 1",
            "Find in page: nowhere", "Quote: Crows remember faces.", "End: Answer"];

    private readonly TestEpisodes _test = new();

    [Fact]
    public async Task The_runner_shows_a_policy_of_the_same_commands_the_same_observations()
    {
        var recorded = await DemonstrateAsync();
        var again = await DemonstrationReplay.AgainAsync(recorded);
        Assert.Equal(recorded.Steps.Select(s => s.Event.ObservationSha256), again.Steps.Select(s => s.Event.ObservationSha256));
        Assert.Equal(recorded.References, again.References);
        Assert.Equal(recorded.Composed!.Answer!.Text, again.Composed!.Answer!.Text);
        Assert.Equal(Outcome.Answered, again.Ended!.Outcome);
    }

    [Fact]
    public async Task A_policy_scrolls_several_windows_at_once_and_has_more_actions_left_for_it()
    {
        var recorded = await DemonstrateAsync();
        var pairs = await TrainingPair.OfAsync(recorded);
        Assert.Equal(
            ["Search crows", "Clicked on link 0", "Scrolled down 3", "Scrolled down 1", "Scrolled up 1", "Back", "Clicked on link 1", "Find in page: nowhere",
                "Quote: Crows remember faces.", "End: Answer", "They remember faces [1]."],
            pairs.Select(p => p.Completion));
        Assert.Contains("♦Past actions\nSearch crows\nClick A long page long.example\nScroll down 3\nScroll down 1\n", pairs[4].Prompt, StringComparison.Ordinal);
        Assert.EndsWith("♦Actions left: 96\n♦Next action", pairs[4].Prompt, StringComparison.Ordinal);
        Assert.Equal(recorded.Steps[6].Observation.FirstLine, (await DemonstrationReplay.AsPolicyAsync(recorded)).Steps[4].Observation.FirstLine);
        Assert.Equal(StepResult.Failed, pairs[7].Result);
        Assert.Equal((11, TrainingPhase.Answering, "Do crows bring gifts?◼[1] A short page (short.example)\n\nCrows remember faces.◼"), (pairs[10].Number, pairs[10].Phase, pairs[10].Prompt));
    }

    [Fact]
    public async Task A_demonstration_that_a_limit_ended_is_replayed_to_its_answer_though_merged_scrolls_reach_no_limit()
    {
        var episode = _test.Begin(new EpisodeLimits { MaxActions = 6 });
        await DoAsync(episode, "Search crows", "Clicked on link 0", "Quote: crow number 3 brought a gift", "Scrolled down 1", "Scrolled down 1", "Scrolled down 1");
        Assert.Equal(Truncation.MaxActions, episode.State.TruncatedBy);
        await AnswerAsync(episode, "Gifts are brought [1].");
        var pairs = await TrainingPair.OfAsync(episode.State);
        Assert.Equal(["Search crows", "Clicked on link 0", "Quote: crow number 3 brought a gift", "Scrolled down 3", "Gifts are brought [1]."], pairs.Select(p => p.Completion));
    }

    [Fact]
    public async Task What_was_taken_back_can_count_again_until_another_step_is_taken()
    {
        var episode = _test.Begin();
        await DoAsync(episode, "Search crows", "Clicked on link 1", "Quote: Crows remember faces.");
        await episode.ResetAsync();
        Assert.Empty(episode.State.References);
        Assert.Equal(100, episode.Observation.ActionsLeft);
        await episode.UndoAsync();
        Assert.Equal("Crows remember faces.", Assert.Single(episode.State.References).Extract);
        await episode.UndoAsync();
        await episode.UndoAsync();
        await episode.RedoAsync();
        await episode.RedoAsync();
        Assert.Equal(3, episode.State.ActionsUsed);
        await episode.UndoAsync();
        await DoAsync(episode, "Top");
        await episode.RedoAsync();
        Assert.Equal(["Search crows", "Clicked on link 1", "Top"], episode.State.Steps.Select(s => s.Event.Command));

        var folded = await EpisodeReplay.FoldAsync(_test.Journal.Events.Select(e => EpisodeEvent.FromJson(e.ToJson())), _test.Environment.ReadAsync);
        Assert.Equal(episode.Observation.Text, folded.Observe().Text);
    }

    private async Task<EpisodeState> DemonstrateAsync()
    {
        var episode = _test.Begin();
        await DoAsync(episode, "Search gulls");
        await episode.UndoAsync();
        await DoAsync(episode, Browsing);
        await AnswerAsync(episode, "They remember faces [1].");
        return episode.State;
    }

    private static async Task AnswerAsync(Episode episode, string answer)
    {
        await episode.ComposeAnswerAsync(new ScriptedPolicy([], new AnswerDraft(answer)));
        await episode.EndAsync();
    }
}
