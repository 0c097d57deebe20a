using Bunit;
using WebQA.LabelingUi.Components.Ask;
using WebQA.LabelingUi.Status;
using WebQA.LabelingUi.Tests.Doubles;

namespace WebQA.LabelingUi.Tests.Components;

public sealed class AskPageTests : UiTest
{
    [Fact]
    public void The_chips_show_the_values_that_will_be_used()
    {
        var page = Context.Render<AskPage>();

        Assert.Equal(["crow-web", "scripted", "0"], page.FindAll("[data-chip-value]").Select(c => c.TextContent));
    }

    [Fact]
    public async Task Asking_again_fills_in_the_question_and_the_next_seed()
    {
        var earlier = (await World.EndedAsync()).State!.Setup.Id;
        GoTo($"/?again={earlier}");

        var page = Context.Render<AskPage>();

        Assert.Equal(World.Question, page.Find("textarea").TextContent);
        Assert.Equal("1", page.Find("#seed").GetAttribute("value"));
    }

    [Fact]
    public void What_is_missing_is_said_with_its_remedy()
    {
        Setup.Parts = [new("browser", SetupState.Missing, "No browser was found.", "Run 'webqa doctor --fix'.")];

        var page = Context.Render<AskPage>();

        Assert.Contains("No browser was found. Run 'webqa doctor --fix'.", page.Find(".health").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void While_the_index_is_built_its_progress_is_shown_as_it_changes()
    {
        Setup.Parts = [new("index", SetupState.Working, "Building the index: 10 of 222 pages.")];
        var page = Context.Render<AskPage>();

        Setup.Parts = [new("index", SetupState.Ready, "Ready: 222 pages.")];
        Clock.Advance(TimeSpan.FromSeconds(1));

        page.WaitForAssertion(() => Assert.Contains("Ready: 222 pages.", page.Find(".health").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public void Other_questions_are_offered_on_request()
    {
        var page = Context.Render<AskPage>();
        Assert.Equal("Question 0?", page.Find(".ex .t").TextContent);

        page.Find("section button.gho").Click();

        Assert.Equal("Question 1?", page.Find(".ex .t").TextContent);
    }

    [Fact]
    public async Task Interrupted_and_ended_questions_are_listed_with_their_state()
    {
        await World.EndedAsync("Why are crows black?");
        await World.Episodes.InterruptedAsync("Why do crows gather?", steps: 2);

        var page = Context.Render<AskPage>();

        Assert.Equal(
            [("Why do crows gather?", "Interrupted at step 2"), ("Why are crows black?", "Answered")],
            page.FindAll(".list a").Select(a => (a.QuerySelector(".t")!.TextContent, a.QuerySelector(".s12")!.TextContent)));
    }
}
