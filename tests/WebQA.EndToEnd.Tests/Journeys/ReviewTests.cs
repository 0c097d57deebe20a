using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using WebQA.Core.Feedback;
using WebQA.Core.Questions;
using WebQA.EndToEnd.Tests.App;
using WebQA.TestBrowser;
using static Microsoft.Playwright.Assertions;

namespace WebQA.EndToEnd.Tests.Journeys;

/// <summary>A reviewer settles disagreements and citations by keyboard.</summary>
public sealed class ReviewTests(ChromiumFixture chromium, RunningApp app) : BrowserTest(chromium, app)
{
    [Fact]
    public async Task Disagreements_are_walked_through_and_decided_by_keyboard_with_the_reason_kept_while_it_is_typed()
    {
        var project = await DisputedAsync(3);
        var page = await WindowAsync();
        await OpenAsync(page, $"/review?project={project}");
        await Expect(page.Locator(".qi")).ToHaveCountAsync(3);
        await Expect(page.Locator(".rlt tbody tr")).ToHaveCountAsync(2);
        await Expect(page.Locator(".rlt")).ToContainTextAsync("<b>A cites.</b>");
        var first = await page.Locator(".bigq").TextContentAsync();

        await page.Locator("h1").FocusAsync();
        await page.Keyboard.PressAsync("j");
        await Expect(page.Locator(".bigq")).Not.ToHaveTextAsync(first!);
        await page.Keyboard.PressAsync("k");
        await Expect(page.Locator(".bigq")).ToHaveTextAsync(first!);

        await page.Keyboard.PressAsync("2");
        await Expect(page.GetByRole(AriaRole.Radio, new() { Name = "A better" })).ToBeCheckedAsync();
        await page.Locator("#rationale").FillAsync("A cites its source 😀 <i>.");
        await Expect(page.Locator("[data-review-saved]")).ToContainTextAsync("Saved ");
        await page.ReloadAsync();
        await Expect(page.Locator("#rationale")).ToHaveValueAsync("A cites its source 😀 <i>.");
        await Expect(page.GetByRole(AriaRole.Radio, new() { Name = "A better" })).ToBeCheckedAsync();
        await page.Locator("#rationale").FocusAsync();
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.Locator(".qi")).ToHaveCountAsync(2);

        await page.Locator("#rationale").FillAsync("Of no use.");
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.Locator("[data-review-error]")).ToHaveTextAsync("Choose what you decide first.");
        await page.GetByRole(AriaRole.Radio, new() { Name = "Reject: of no use" }).CheckAsync(new() { Force = true });
        await page.GetByRole(AriaRole.Button, new() { Name = "Decide, next" }).ClickAsync();
        await Expect(page.Locator(".qi")).ToHaveCountAsync(1);

        await OpenAsync(page, $"/review?project={project}&decided=true");
        await Expect(page.Locator(".qi")).ToHaveCountAsync(2);
        var decisions = await App.Get<IReviewStore>().DecisionsAsync(project);
        Assert.Equal([(ReviewVerdict.Accept, "A cites its source 😀 <i>."), (ReviewVerdict.Reject, "Of no use.")], decisions.Values.Select(static d => (d.Verdict, d.Rationale)).Order());
    }

    [Fact]
    public async Task A_citation_called_wrong_is_settled_beside_its_stored_page_one_key_away()
    {
        var page = await WindowAsync();
        var episode = await AskAsync(page);
        await Expect(page.Locator(".text .cite").First).ToBeVisibleAsync();
        await App.Get<IIncidentStore>().ReportAsync(new CitationReport(episode, 1, CitationProblem.DoesNotSayIt, "It says <script>nothing</script>."), "somebody");
        var open = (await App.Get<IIncidentStore>().ListAsync(isOpen: true)).Single(incident => incident.Report.EpisodeId == episode);
        await OpenAsync(page, $"/review/citations?incident={open.Id}");
        await Expect(page.Locator(".dw")).ToContainTextAsync("It says <script>nothing</script>.");

        await page.Locator("h1").FocusAsync();
        await page.Keyboard.PressAsync("r");
        await Expect(page.Locator("mark.q").First).ToBeVisibleAsync();
        await page.GoBackAsync();
        await page.Locator("#rationale").FillAsync("The page says it in another word.");
        await page.Locator("h1").FocusAsync();
        await page.Keyboard.PressAsync("2");
        await Expect(page.GetByRole(AriaRole.Radio, new() { Name = "It holds" })).ToBeCheckedAsync();
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.Locator(".dw").Filter(new() { HasText = "It says <script>nothing</script>." })).ToHaveCountAsync(0);

        var settled = (await App.Get<IIncidentStore>().ListAsync(isOpen: false)).Single(incident => incident.Id == open.Id);
        Assert.Equal((IncidentVerdict.Rejected, "The page says it in another word."), (settled.Settlement!.Verdict, settled.Settlement.Rationale));
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1440)]
    [InlineData(ColorScheme.Dark, 1440)]
    [InlineData(ColorScheme.Light, 390)]
    [InlineData(ColorScheme.Dark, 390)]
    public async Task No_screen_of_review_has_a_serious_fault(ColorScheme scheme, int width)
    {
        var project = await DisputedAsync(2);
        var page = await WindowAsync(width, 900, scheme);
        foreach (var (address, waits) in ((string, string)[])[($"/review?project={project}", ".dec"), ($"/review/labels?project={project}", ".pct"), ("/review/citations", "h1")])
        {
            await OpenAsync(page, address);
            await Expect(page.Locator(waits).First).ToBeVisibleAsync();
            var faults = (await page.RunAxe()).Violations.Where(static v => v.Impact is "serious" or "critical");
            Assert.True(!faults.Any(), $"{address}: " + string.Join("; ", faults.Select(static v => $"{v.Id}: {v.Help} ({string.Join(", ", v.Nodes.Take(3).Select(static n => n.Html))})")));
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{address} is wider than {width} pixels.");
        }
    }

    /// <summary>A project of its own in which two people disagree about every task.</summary>
    private async Task<string> DisputedAsync(int tasks)
    {
        var project = $"review-{Guid.NewGuid():N}"[..15];
        var (store, queue) = (App.Get<IFeedbackStore>(), App.Get<ITaskQueue>());
        await store.CreateProjectAsync(new FeedbackProject { Name = project, Overlap = 2, FullShare = 0 });
        await store.AddTasksAsync(project, [.. Enumerable.Range(0, tasks).Select(i => new ComparisonTask(
            new Question($"{i}", $"Why {i} <img src=x>?", "set"),
            new ComparedAnswer("Crows are fed [1].", [new ComparedReference("Crows (birds.example)", "Crows fed by people may bring gifts.")]), new ComparedAnswer("It is trade.", [])))]);
        foreach (var (person, sign) in ((string, int)[])[("ann", 1), ("ben", -1)])
        {
            for (var i = 0; i < tasks; i++)
            {
                var claimed = (await queue.ClaimAsync(project, new Labeler(person)))!;
                var rating = (Preference)(claimed.Comparison.A.References.Count > 0 ? sign : -sign);
                await queue.SubmitAsync(claimed.Lease, new ComparisonAnnotation { Rating = rating, Unsupported = rating, Coherence = Preference.EquallyGood, Justification = "<b>A cites.</b>" });
            }
        }
        return project;
    }
}
