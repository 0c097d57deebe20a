using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using WebQA.Core.Feedback;
using WebQA.EndToEnd.Tests.App;
using WebQA.TestBrowser;
using static Microsoft.Playwright.Assertions;

namespace WebQA.EndToEnd.Tests.Journeys;

/// <summary>What whoever asked can say of an answer: that a citation is wrong, and which of two answers helps more.</summary>
public sealed class AskerFeedbackTests(ChromiumFixture chromium, RunningApp app) : BrowserTest(chromium, app)
{
    [Theory]
    [InlineData(ColorScheme.Light, 1440)]
    [InlineData(ColorScheme.Dark, 390)]
    public async Task A_wrong_citation_is_reported_and_two_answers_are_judged_by_one_click(ColorScheme scheme, int width)
    {
        const string Note = "<script>window.hacked = 1</script> 😀 \u202E";
        var page = await WindowAsync(width, 900, scheme);
        var id = await AskAsync(page);

        await page.GetByRole(AriaRole.Button, new() { Name = "This citation is wrong: reference 1", Exact = true }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByRole(AriaRole.Radio, new() { Name = "Something else" }).CheckAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Report it" }).ClickAsync();
        await Expect(dialog.GetByRole(AriaRole.Alert)).ToHaveTextAsync("Say in a few words what is wrong with the citation.");
        await CheckAsync(page, "report");
        await dialog.GetByLabel("More, in your words").FillAsync(Note);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Report it" }).ClickAsync();
        await Expect(page.Locator("#reference-1")).ToContainTextAsync("Reported. A reviewer looks at it.");
        var incident = Assert.Single(await App.Get<IIncidentStore>().ListAsync(isOpen: true), incident => incident.Report.EpisodeId == id);
        Assert.Equal((1, CitationProblem.Other, Note.Trim()), (incident.Report.Reference, incident.Report.Problem, incident.Report.Note));

        await page.GetByRole(AriaRole.Button, new() { Name = "Get a second answer to compare" }).ClickAsync();
        await ArriveAsync(page, new Regex($"/episodes/{id}/against/[^/]+$"));
        var vote = page.GetByRole(AriaRole.Button, new() { Name = "B better", Exact = true });
        await vote.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status).Filter(new() { HasText = "Votes of people who ask are kept apart" })).ToBeVisibleAsync();
        await CheckAsync(page, "two answers");
        Assert.False(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > innerWidth"), "The page is wider than the window.");

        var stored = await App.Get<IFeedbackStore>().ReadAsync(FeedbackProject.AskerVotes).LastAsync();
        Assert.Equal(stored.IsSwapped ? Preference.ABetter : Preference.BBetter, stored.Annotation.Rating);
        Assert.EndsWith(id, stored.Task.A.Source!, StringComparison.Ordinal);
        await page.ReloadAsync();
        await Expect(vote).ToHaveAttributeAsync("aria-pressed", "true");
    }

    private static async Task CheckAsync(IPage page, string screen)
    {
        var faults = (await page.RunAxe()).Violations.Where(v => v.Impact is "serious" or "critical");
        Assert.True(!faults.Any(), $"{screen}: " + string.Join("; ", faults.Select(v => $"{v.Id}: {v.Help} ({string.Join(", ", v.Nodes.Take(3).Select(n => n.Html))})")));
    }
}
