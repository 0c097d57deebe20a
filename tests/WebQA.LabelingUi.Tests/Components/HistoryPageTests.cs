using Bunit;
using WebQA.LabelingUi.Components.History;

namespace WebQA.LabelingUi.Tests.Components;

public sealed class HistoryPageTests : UiTest
{
    [Fact]
    public void Without_questions_it_says_what_will_be_here() =>
        Assert.Equal("No questions yet", Context.Render<HistoryPage>().Find(".ne h2").TextContent);

    [Fact]
    public async Task Words_find_questions()
    {
        await World.EndedAsync("Why are crows black?");
        await World.EndedAsync("Why do magpies steal?");
        GoTo("/history?q=magpies");

        var page = Context.Render<HistoryPage>();

        Assert.Equal(["Why do magpies steal?"], page.FindAll(".qq a").Select(a => a.TextContent));
    }

    [Fact]
    public void A_search_without_a_match_names_the_words()
    {
        GoTo("/history?q=owls");

        Assert.Contains("“owls”", Context.Render<HistoryPage>().Find(".ne").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_than_a_page_of_questions_is_paged()
    {
        for (var i = 0; i < 26; i++)
        {
            await World.EndedAsync($"Question number {i}?");
        }

        var page = Context.Render<HistoryPage>();

        Assert.Equal(25, page.FindAll(".qq a").Count);
        Assert.StartsWith("/history?before=", page.FindAll(".pgn a").Single().GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deleting_asks_first()
    {
        await World.EndedAsync();
        var page = Context.Render<HistoryPage>();

        page.Find("button.ib").Click();
        Dialogs.WaitForAssertion(() => Assert.Contains("deleted for good", Dialogs.Markup, StringComparison.Ordinal));
        Dialogs.FindAll("button").Single(b => b.TextContent == "Keep it").Click();
        Assert.NotNull(await World.Episodes.FindAsync("e1"));

        page.Find("button.ib").Click();
        Dialogs.WaitForAssertion(() => Dialogs.FindAll("button").Single(b => b.TextContent == "Delete the episode").Click());
        page.WaitForAssertion(() => Assert.Equal("No questions yet", page.Find(".ne h2").TextContent));
    }
}
