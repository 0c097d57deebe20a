using WebQA.Core.Browsing;
using WebQA.Core.Episodes;
using WebQA.Core.Tests.Doubles;
using static WebQA.Core.Tests.Doubles.TestEpisodes;

namespace WebQA.Core.Tests.Episodes;

public class EpisodeTests
{
    private readonly TestEpisodes _test = new();

    [Theory]
    [InlineData("Serach crows", StepResult.Invalid, "That is not a command of the text browser.")]
    [InlineData("", StepResult.Invalid, "There was no command.")]
    [InlineData("Back", StepResult.Invalid, "No page is shown yet; search first.")]
    [InlineData("Top", StepResult.Invalid, "No page is shown yet; search first.")]
    [InlineData("Clicked on link 0", StepResult.Invalid, "No page is shown yet; search first.")]
    public async Task Before_the_first_page_most_commands_are_invalid_and_cost_an_action(string command, StepResult result, string message)
    {
        var episode = _test.Begin();
        var step = await DoAsync(episode, command);
        Assert.Equal((result, message), (step.Result, step.Event.Message));
        Assert.Equal(99, episode.Observation.ActionsLeft);
        Assert.Empty(episode.Observation.PastActions);
    }

    [Theory]
    [InlineData("Clicked on link 7", StepResult.Failed, "Link 7 is not on this page; links 0 to 2 are.")]
    [InlineData("Quote: A long page", StepResult.Invalid, "A results page cannot be quoted; open a page first.")]
    [InlineData("Back", StepResult.Invalid, "This is the first page; there is nothing to go back to.")]
    [InlineData("Find in page: nowhere", StepResult.Failed, "The text was not found after the first line shown.")]
    public async Task On_a_results_page_the_reason_is_given(string command, StepResult result, string message)
    {
        var episode = _test.Begin();
        var step = await DoAsync(episode, "Search crows", command);
        Assert.Equal((result, message), (step.Result, step.Event.Message));
        Assert.Equal(["Search crows"], episode.Observation.PastActions);
        Assert.Equal("Search results for: crows", episode.Observation.Title);
    }

    [Fact]
    public async Task Past_actions_summarise_what_took_effect()
    {
        var episode = _test.Begin();
        await DoAsync(episode, "Search crows", "Clicked on link 1", "Clicked on link 1", "Quote: Crows remember faces.", "Back", "Clicked on link 0",
            "Scrolled down 2", "Scrolled up 1", "Find in page: number 299", "Top");
        Assert.Equal(
            ["Search crows", "Click A short page short.example", "Click this one short.example", "Quote", "Back", "Click the long page long.example",
                "Scroll down 2", "Scroll up 1", "Find number 299", "Top"],
            episode.Observation.PastActions);
        Assert.Equal(90, episode.Observation.ActionsLeft);
    }

    [Fact]
    public async Task A_page_that_cannot_be_read_is_shown_as_a_message_and_cannot_be_quoted()
    {
        var episode = _test.Begin();
        var opened = await DoAsync(episode, "Search crows", "Clicked on link 2");
        Assert.Equal((StepResult.Failed, PageKind.Error), (opened.Result, opened.Page!.Kind));
        Assert.Contains("There is no page at https://dead.example/.", episode.Observation.Text, StringComparison.Ordinal);
        var quoted = await DoAsync(episode, "Quote: There is no page at");
        Assert.Equal("An error message cannot be quoted; open a page first.", quoted.Event.Message);
        await DoAsync(episode, "Back");
        Assert.Equal("Search results for: crows", episode.Observation.Title);
    }

    [Fact]
    public async Task Back_returns_to_the_cursor_where_the_page_was_left()
    {
        var episode = _test.Begin();
        await DoAsync(episode, "Search crows", "Clicked on link 0", "Scrolled down 1");
        var cursor = episode.Observation.FirstLine;
        await DoAsync(episode, "Search crows", "Back");
        Assert.True(cursor > 0);
        Assert.Equal(cursor, episode.Observation.FirstLine);
    }

    [Fact]
    public async Task A_quote_is_the_pages_own_slice_with_its_offsets()
    {
        var episode = _test.Begin();
        var step = await DoAsync(episode, "Search crows", "Clicked on link 1", "Quote: FACES. see the LONG page for");
        var reference = step.Reference!;
        Assert.Equal("faces. See the long page for", reference.Extract);
        Assert.Equal("Crows remember faces. See the long page for more, or this one again.".IndexOf(reference.Extract, StringComparison.Ordinal), reference.Start);
        Assert.Equal((1, "short.example", "A short page", ShortUrl), (reference.Id, reference.Domain, reference.Title, reference.Url));
    }

    [Fact]
    public async Task A_quote_over_its_limits_is_refused_and_costs_an_action()
    {
        var episode = _test.Begin(new EpisodeLimits { QuoteWords = 10, ReferenceWords = 12 });
        await DoAsync(episode, "Search crows", "Clicked on link 0");
        var tooLong = await DoAsync(episode, "Quote: Paragraph 0━gift of 0 grams");
        Assert.Equal("The quote has 13 words; a quote may have 10.", tooLong.Event.Message);
        await DoAsync(episode, "Quote: Paragraph 1 tells that crow number 1");
        var overBudget = await DoAsync(episode, "Quote: Paragraph 2 tells that crow number 2");
        Assert.Equal("The quote has 7 words; 5 of 12 are left for references.", overBudget.Event.Message);
        var twice = await DoAsync(episode, "Quote: Paragraph 1 tells that");
        Assert.Equal(StepResult.Ok, twice.Result);
        Assert.Equal(94, episode.State.ActionsLeft);
    }

    [Fact]
    public async Task The_same_text_is_not_quoted_twice()
    {
        var episode = _test.Begin();
        var step = await DoAsync(episode, "Search crows", "Clicked on link 1", "Quote: Crows remember faces.", "Quote: crows remember faces.");
        Assert.Equal("This text is quoted already.", step.Event.Message);
    }

    [Fact]
    public async Task Reaching_the_word_budget_truncates_browsing_and_the_answer_may_follow()
    {
        var episode = _test.Begin(new EpisodeLimits { ReferenceWords = 10 });
        await DoAsync(episode, "Search crows", "Clicked on link 0", "Quote: Paragraph 1 tells that crow number 1 brought a gift");
        Assert.Equal(Truncation.ReferenceWords, episode.State.TruncatedBy);
        Assert.True(episode.State.IsTruncated);
        Assert.False(episode.State.IsTerminated);
        Assert.True(episode.State.CanAnswer);
        await Assert.ThrowsAsync<InvalidOperationException>(() => DoAsync(episode, "Top"));
    }

    [Fact]
    public async Task Using_every_action_truncates_browsing()
    {
        var episode = _test.Begin(new EpisodeLimits { MaxActions = 2 });
        await DoAsync(episode, "Search crows", "nonsense");
        Assert.Equal(Truncation.MaxActions, episode.State.TruncatedBy);
        Assert.False(episode.State.CanAnswer);
    }

    [Theory]
    [InlineData("End: Answer", true)]
    [InlineData("End: Nonsense", false)]
    [InlineData("End: Controversial", false)]
    public async Task Only_an_end_that_answers_leads_to_the_answering_phase(string end, bool answers)
    {
        var episode = _test.Begin();
        await DoAsync(episode, "Search crows", "Clicked on link 1", "Quote: Crows remember faces.", end);
        Assert.True(episode.State.IsTerminated);
        Assert.Equal(answers, episode.State.CanAnswer);
    }

    [Fact]
    public async Task Find_goes_on_from_the_line_after_the_cursor()
    {
        var episode = _test.Begin();
        await DoAsync(episode, "Search crows", "Clicked on link 0", "Find in page: CROW number 1");
        var first = episode.Observation.FirstLine;
        await DoAsync(episode, "Find in page: crow number 1");
        Assert.Equal((2, 20), (first, episode.Observation.FirstLine));
    }

    [Fact]
    public async Task What_a_policy_writes_after_its_command_is_kept_and_not_read()
    {
        var episode = _test.Begin();
        var step = await DoAsync(episode, "Search crows\nEnd: Answer");
        Assert.Equal(("Search crows", "End: Answer"), (step.Event.Command, step.Event.Rest));
        Assert.True(episode.State.IsBrowsing);
    }

    [Fact]
    public async Task An_undone_step_is_as_if_it_had_not_been_and_stays_in_the_journal()
    {
        var episode = _test.Begin();
        await DoAsync(episode, "Search crows", "Clicked on link 1");
        var before = episode.Observation.Text;
        await DoAsync(episode, "Quote: Crows remember faces.");
        await episode.UndoAsync();
        Assert.Equal(before, episode.Observation.Text);
        Assert.Equal(5, _test.Journal.Events.Count);
    }

    [Fact]
    public async Task Feedback_on_an_invalid_command_is_one_line_after_the_past_actions()
    {
        var episode = _test.Begin(change: s => s with { FeedbackOnInvalid = true });
        await DoAsync(episode, "Search crows", "Clicked on link 7");
        Assert.Contains(
            "♦Past actions\nSearch crows\nNot done: Link 7 is not on this page; links 0 to 2 are. Allowed: Search <query>; Clicked on link <link ID>; Find in page: <text>; End: Answer; End: <Nonsense, Controversial>.\n\n♦Title\n",
            episode.Observation.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_follow_up_begins_with_the_quotes_at_hand_outside_its_word_budget()
    {
        var first = _test.Begin();
        await DoAsync(first, "Search crows", "Clicked on link 1", "Quote: Crows remember faces.");
        var next = _test.Begin(change: s => s with { InitialReferences = first.State.References });
        Assert.Equal(400, next.State.WordsLeft);
        await DoAsync(next, "Search crows", "Clicked on link 0", "Quote: Paragraph 1 tells that");
        Assert.Equal([1, 2], next.State.References.Select(r => r.Id));
        Assert.Equal(396, next.State.WordsLeft);
    }
}
