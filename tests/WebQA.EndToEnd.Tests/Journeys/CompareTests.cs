using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using WebQA.Core.Feedback;
using WebQA.EndToEnd.Tests.App;
using WebQA.TestBrowser;
using static Microsoft.Playwright.Assertions;

namespace WebQA.EndToEnd.Tests.Journeys;

/// <summary>Comparing in a real browser: drafts, two tabs, hostile texts, and what a person who cannot see or point needs.</summary>
public sealed class CompareTests(ChromiumFixture chromium, RunningApp app) : BrowserTest(chromium, app)
{
    private const string Hostile = "</p><script>window.hacked = 1</script><img src=x onerror='window.hacked = 1'> 😀 naïve \u202Eevil\u202C {{7*7}} \" ' --";

    internal static ComparisonTask Pair(string id) => new(
        new(id, $"Why do crows bring gifts ({id})?", "mini-web"),
        new ComparedAnswer("They were fed for years [1]. They play with shiny things.", [new("Crows (birds.example)", "Crows fed by people may bring gifts.")], "ranking"),
        new ComparedAnswer("It is trade [7]. It is not.", [], "longest"));

    [Theory]
    [InlineData(ColorScheme.Light, 1440)]
    [InlineData(ColorScheme.Dark, 1440)]
    [InlineData(ColorScheme.Light, 390)]
    [InlineData(ColorScheme.Dark, 390)]
    public async Task No_form_of_comparison_has_a_serious_fault(ColorScheme scheme, int width)
    {
        var name = await ProjectAsync(ProjectForm.Comparison, fullShare: 1, Pair("q1"));
        var minimal = await ProjectAsync(ProjectForm.MinimalComparison, 0, Pair("q1"));
        var alone = await ProjectAsync(ProjectForm.AbsoluteRating, 0, Pair("q1") with
        {
            B = ComparedAnswer.None, Question = new("f", "Fact-check each of the claims in the following answer.\n\nQuestion: Why?\n\nAnswer: Because."),
        });
        var page = await WindowAsync(width, 900, scheme);
        await OpenAsync(page, "/compare");
        await Expect(page.Locator($"a[href='/compare/{name}']")).ToBeVisibleAsync();
        await CheckAsync(page, "projects");

        await StartAsync(page, name);
        await CheckAsync(page, "comparison");
        await page.Locator("#submit").ClickAsync();
        await Expect(page.Locator("[data-submit-said]")).ToContainTextAsync("Still to do");
        await CheckAsync(page, "missing");
        await page.GetByRole(AriaRole.Button, new() { Name = "Skip…" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await CheckAsync(page, "skip");
        await page.GetByLabel("Why?").FillAsync("No.");
        await page.GetByRole(AriaRole.Radio, new() { Name = "Give it to others" }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Skip it" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "No task is left for you now" })).ToBeVisibleAsync();
        await CheckAsync(page, "done");

        await StartAsync(page, minimal);
        await Expect(page.Locator(".cite")).ToHaveCountAsync(0);
        await Expect(page.Locator("[data-rating-row]")).ToHaveCountAsync(2);
        await CheckAsync(page, "minimal");
        await StartAsync(page, alone);
        await Expect(page.Locator("[data-answer]")).ToHaveCountAsync(1);
        await Expect(page.Locator(".fcheck")).ToContainTextAsync("Because.");
        await CheckAsync(page, "alone");
        var isTooWide = await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > innerWidth");
        Assert.False(isTooWide, "The page is wider than the window.");
    }

    [Fact]
    public async Task What_is_typed_and_rated_outlives_the_tab_and_is_handed_in_whole()
    {
        var name = await ProjectAsync(ProjectForm.Comparison, 0, Pair("q1"), Pair("q2"));
        var page = await WindowAsync();
        await StartAsync(page, name);

        // Words are selected with the mouse, and become a claim.
        await page.EvaluateAsync(
            "() => { const words = document.querySelector('[data-answer=A] [data-start]').firstChild; getSelection().setBaseAndExtent(words, 0, words, 4); }");
        await page.Locator("[data-mark-claim]").ClickAsync();
        await Expect(page.Locator(".ctx")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^(They|It i?s?)"));
        await page.GetByRole(AriaRole.Radio, new() { Name = "Strong" }).CheckAsync(new() { Force = true });
        await page.Locator("#rate-Overall-1").CheckAsync(new() { Force = true });
        await page.Locator(".why summary").ClickAsync();
        await page.Locator("[data-path=justification]").FillAsync(Hostile + new string('ü', 19_000));
        await Expect(page.Locator("[data-saved=saved]")).ToContainTextAsync("Saved ");

        await page.ReloadAsync();
        await page.WaitForSelectorAsync("[data-compare]");
        await Expect(page.Locator("#rate-Overall-1")).ToBeCheckedAsync();
        await Expect(page.Locator(".ct.st-strong, .ct[aria-label*=Strong]")).ToHaveCountAsync(1);
        Assert.StartsWith(Hostile, await page.Locator("[data-path=justification]").InputValueAsync(), StringComparison.Ordinal);

        // A change in the last moment before the tab goes, its save never answered: the browser keeps it.
        await page.RouteAsync("**/api/drafts/**", static route => route.AbortAsync());
        await page.Locator("#rate-Coherence-2").CheckAsync(new() { Force = true });
        await Expect(page.Locator("[data-saved=offline]")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.Locator("[data-submit-said]")).ToContainTextAsync("Not handed in, since the draft could not be saved.");
        await page.UnrouteAllAsync();
        page.Dialog += static async (_, dialog) => await dialog.AcceptAsync();
        await page.ReloadAsync();
        await page.WaitForSelectorAsync("[data-compare]");
        await Expect(page.Locator("#rate-Coherence-2")).ToBeCheckedAsync();
        ForgetFailures();

        await page.Locator("#rate-Unsupported-2").CheckAsync(new() { Force = true });
        var before = await page.Locator("[data-compare]").GetAttributeAsync("data-compare");
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.Locator("[data-compare]")).Not.ToHaveAttributeAsync("data-compare", before!);
        await Expect(page.Locator("h1")).ToBeFocusedAsync();
        var stored = Assert.Single(await App.Get<IFeedbackStore>().ReadAsync(name).ToListAsync());
        Assert.Equal(Hostile + new string('ü', 19_000), stored.Annotation.Justification);
        Assert.Equal((1, Preference.EquallyGood), (stored.Annotation.Claims.Count, stored.Annotation.Coherence));
    }

    [Fact]
    public async Task Two_tabs_keep_both_drafts_and_the_person_chooses()
    {
        var name = await ProjectAsync(ProjectForm.Comparison, 0, Pair("q1"));
        var (one, two) = (await WindowAsync(), await WindowAsync());
        await StartAsync(one, name);
        await StartAsync(two, name);
        await one.Locator("#rate-Overall-0").CheckAsync(new() { Force = true });
        await Expect(one.Locator("[data-saved=saved]")).ToBeVisibleAsync();

        await two.Locator("#rate-Overall-4").CheckAsync(new() { Force = true });
        await Expect(two.Locator("[data-two-tabs]")).ToContainTextAsync("Another tab has saved this comparison too");
        await two.Locator("[data-keep-mine]").ClickAsync();
        await Expect(two.Locator("[data-saved=saved]")).ToBeVisibleAsync();

        await one.Locator("#rate-Overall-1").CheckAsync(new() { Force = true });
        await one.Locator("[data-take-other]").ClickAsync();
        await Expect(one.Locator("#rate-Overall-4")).ToBeCheckedAsync();
        ForgetRefusals();
    }

    [Fact]
    public async Task Hostile_texts_are_shown_as_they_are_and_a_megabyte_is_no_trouble()
    {
        var pair = new ComparisonTask(
            new("q", Hostile), new ComparedAnswer(Hostile + " [1]. " + string.Concat(Enumerable.Repeat("They bring gifts. ", 55_000)), [new(Hostile, Hostile)]), new ComparedAnswer(Hostile, []));
        var name = await ProjectAsync(ProjectForm.Comparison, 0, pair);
        var page = await WindowAsync();

        await StartAsync(page, name);
        await page.Locator("#rate-Overall-0").CheckAsync(new() { Force = true });
        await Expect(page.Locator("[data-saved=saved]")).ToBeVisibleAsync();

        Assert.Equal(Hostile, await page.Locator("h1").TextContentAsync());
        Assert.Equal(Hostile, await page.Locator(".rq").TextContentAsync());
        Assert.Null(await page.EvaluateAsync<int?>("() => window.hacked ?? null"));
    }

    private static async Task StartAsync(IPage page, string project)
    {
        await OpenAsync(page, $"/compare/{project}");
        await page.WaitForSelectorAsync("[data-compare]");
    }

    private async Task<string> ProjectAsync(ProjectForm form, double fullShare, params IReadOnlyCollection<ComparisonTask> tasks)
    {
        var name = $"compare-{Guid.NewGuid():N}"[..20];
        await App.Get<IFeedbackStore>().CreateProjectAsync(new FeedbackProject { Name = name, Form = form, FullShare = fullShare });
        await App.Get<IFeedbackStore>().AddTasksAsync(name, tasks);
        return name;
    }

    private static async Task CheckAsync(IPage page, string screen)
    {
        var faults = (await page.RunAxe()).Violations.Where(v => v.Impact is "serious" or "critical");
        Assert.True(!faults.Any(), $"{screen}: " + string.Join("; ", faults.Select(v => $"{v.Id}: {v.Help} ({string.Join(", ", v.Nodes.Take(3).Select(n => n.Html))})")));
    }
}
