using Bunit;
using WebQA.Core.Answers;
using WebQA.Core.Episodes;
using WebQA.LabelingUi.Components.Episodes;
using WebQA.LabelingUi.Keys;
using WebQA.LabelingUi.Tests.Doubles;

namespace WebQA.LabelingUi.Tests.Components;

public sealed class EpisodePageTests : UiTest
{
    [Fact]
    public async Task A_running_episode_shows_its_steps_as_they_come_and_then_the_answer()
    {
        World.Policies.Pace = TimeSpan.FromMilliseconds(150);
        var id = await World.Episodes.StartAsync(new EpisodeRequest { Question = World.Question });
        var page = Context.Render<EpisodePage>(p => p.Add(e => e.Id, id));

        await UntilAsync(page, () => Assert.NotEmpty(page.FindAll(".steps li button")));
        Assert.Equal("Why do crows bring people gifts?", page.Find("h1").TextContent);
        Assert.Contains("Answer now with", page.Find(".qtop").TextContent, StringComparison.Ordinal);

        await UntilAsync(page, () => Assert.Equal(2, page.FindAll(".text p").Count));
    }

    [Fact]
    public async Task Who_looks_at_an_earlier_step_is_not_taken_away_when_the_episode_ends()
    {
        World.Policies.Pace = TimeSpan.FromMilliseconds(150);
        var id = await World.Episodes.StartAsync(new EpisodeRequest { Question = World.Question });
        var page = Context.Render<EpisodePage>(p => p.Add(e => e.Id, id));
        await UntilAsync(page, () => Assert.NotEmpty(page.FindAll(".steps li button")));

        page.Find(".steps li button").Click();

        await UntilAsync(page, () => Assert.Contains("Read the answer", page.Find(".qtop").TextContent, StringComparison.Ordinal));
        Assert.Equal("1", page.Find(".steps .cur .n").TextContent);
    }

    [Fact]
    public async Task Stop_asks_first()
    {
        World.Policies.Pace = TimeSpan.FromSeconds(30);
        var id = await World.Episodes.StartAsync(new EpisodeRequest { Question = World.Question });
        var page = Context.Render<EpisodePage>(p => p.Add(e => e.Id, id));

        page.Find(".btn.stop").Click();
        Dialogs.WaitForAssertion(() => Assert.Contains("It ends without an answer.", Dialogs.Markup, StringComparison.Ordinal));
        Assert.Equal(EpisodePhase.Running, (await World.Episodes.FindAsync(id))!.Phase);

        Dialogs.FindAll("button").Single(b => b.TextContent == "Stop without an answer").Click();

        await UntilAsync(page, () => Assert.Contains("Stopped before there was an answer", page.Markup, StringComparison.Ordinal));
        Assert.Equal(Outcome.Stopped, (await World.Episodes.FindAsync(id))!.Outcome);
    }

    [Fact]
    public async Task An_interrupted_episode_waits_for_continue()
    {
        var id = await World.Episodes.InterruptedAsync(World.Question, steps: 3);
        var page = Context.Render<EpisodePage>(p => p.Add(e => e.Id, id));
        Assert.Contains("it stands at step 3. 1 quote kept.", page.Find(".qtop").TextContent, StringComparison.Ordinal);

        page.FindAll("button").Single(b => b.TextContent == "Continue browsing").Click();

        await UntilAsync(page, () => Assert.NotEmpty(page.FindAll(".text p")));
    }

    [Fact]
    public async Task The_steps_of_an_ended_episode_can_be_walked()
    {
        var id = (await World.EndedAsync()).State!.Setup.Id;
        GoTo($"/episodes/{id}?view=steps");
        var page = Context.Render<EpisodePage>(p => p.Add(e => e.Id, id));

        await page.InvokeAsync(() => page.FindComponent<BrowsingView>().Instance.OnKey(KeyMap.PreviousStep.Id));

        Assert.Equal("8", page.Find(".steps .cur .n").TextContent);
        Assert.Equal("Quote: Birds that had been trapped━ignored the neutral one.", page.Find(".cmd").TextContent);
        Assert.NotEmpty(page.FindAll("mark.q"));
    }

    [Fact]
    public void An_unknown_episode_says_so() =>
        Assert.Equal("There is no such episode", Context.Render<EpisodePage>(p => p.Add(e => e.Id, "nothing")).Find("h1").TextContent);

    [Fact]
    public async Task A_page_that_is_gone_from_the_archive_is_said()
    {
        var id = (await World.EndedAsync()).State!.Setup.Id;
        World.Web.Damage(World.Web.Results.PageSha256, World.Web.Faces);

        var page = Context.Render<EpisodePage>(p => p.Add(e => e.Id, id));

        Assert.Contains("has been changed on disk", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    /// <summary>Lets the page's clock run until an assertion holds; the episode itself runs in real time.</summary>
    private async Task UntilAsync(IRenderedComponent<EpisodePage> page, Action assertion)
    {
        for (var tries = 0; tries < 1_000; tries++)
        {
            await page.InvokeAsync(() => Clock.Advance(TimeSpan.FromMilliseconds(200)));
            await Task.Delay(20);
            try
            {
                assertion();
                return;
            }
            catch (Exception e) when (e is Xunit.Sdk.XunitException or ElementNotFoundException)
            {
                // Not yet.
            }
        }
        assertion();
    }
}
