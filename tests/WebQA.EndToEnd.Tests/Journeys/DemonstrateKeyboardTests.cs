using System.Text;
using System.Text.Json.Nodes;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using WebQA.Core.Answers;
using WebQA.Core.Demonstrations;
using WebQA.Core.Feedback;
using WebQA.Core.Questions;
using WebQA.EndToEnd.Tests.App;
using WebQA.Runs;
using WebQA.Runs.Demonstrations;
using WebQA.Storage.Accounts;
using WebQA.TestBrowser;
using static Microsoft.Playwright.Assertions;

namespace WebQA.EndToEnd.Tests.Journeys;

/// <summary>A demonstration by the keyboard alone, from sign-in to the training data that a researcher takes out.</summary>
public sealed class DemonstrateKeyboardTests(ChromiumFixture chromium)
{
    private const string Project = "questions";

    [Fact]
    public async Task A_labeler_searches_quotes_writes_and_hands_in_without_a_mouse_and_it_replays_to_the_same_observations()
    {
        using var app = new SharedApp(listens: true);
        await app.AddPersonAsync(SharedApp.Administrator, AccountRoles.Admin);
        await app.AddPersonAsync(SharedApp.Labeler, AccountRoles.Labeler);
        await app.First.OfferAsync();
        await app.Get<IFeedbackStore>().CreateProjectAsync(new FeedbackProject { Name = Project, Form = ProjectForm.Demonstration });
        await app.Get<IFeedbackStore>().AddTasksAsync(Project, [ComparisonTask.OfQuestion(new Question("q1", "Why do crows bring people gifts?", "test"))]);
        var browser = await chromium.BrowserAsync();
        await using var context = await browser.NewContextAsync(new() { BaseURL = app.Address.ToString(), ViewportSize = new() { Width = 1440, Height = 1000 } });
        context.SetDefaultTimeout(60_000);
        SetDefaultExpectTimeout(60_000);
        var page = await context.NewPageAsync();
        var keys = page.Keyboard;

        await page.GotoAsync("/sign-in");
        await page.GetByLabel("User name").FocusAsync();
        await keys.TypeAsync(SharedApp.Labeler);
        await keys.PressAsync("Tab");
        await keys.TypeAsync(SharedApp.Password);
        await keys.PressAsync("Enter");
        await page.WaitForSelectorAsync("[data-interactive=true]");
        await TabToAsync(page, "a[href='/demonstrate']", "Shift+Tab");
        await keys.PressAsync("Enter");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Demonstrate");
        await page.WaitForSelectorAsync("[data-interactive=true]");
        await CheckAsync(page, "where demonstrations begin");
        await TabToAsync(page, "li.card button.pri", "Tab");
        await keys.PressAsync("Enter");

        // Browsing: search, follow the first result by its number, a window down and up, undo and redo, quote.
        await Expect(page.Locator("[data-phase=browse]")).ToBeVisibleAsync();
        await page.Locator("h1").FocusAsync();
        await keys.PressAsync("/");
        await keys.TypeAsync("crows bring gifts");
        await keys.PressAsync("Enter");
        await Expect(page.Locator("[data-page] [data-text]")).ToBeVisibleAsync();
        await StepsAsync(page, 1);
        await page.Locator("[data-page]").FocusAsync();
        await keys.PressAsync("0");
        await keys.PressAsync("Enter");
        await StepsAsync(page, 2);
        await keys.PressAsync("Control+z");
        await StepsAsync(page, 1);
        await keys.PressAsync("Control+Shift+z");
        await StepsAsync(page, 2);
        await page.Locator("[data-page]").FocusAsync();
        await keys.PressAsync("Shift+ArrowDown");
        await keys.PressAsync("Shift+ArrowDown");
        await keys.PressAsync("Shift+ArrowDown");
        await Expect(page.Locator(".pop [data-action$=quote]")).ToBeVisibleAsync();
        await keys.PressAsync("q");
        await Expect(page.Locator("[data-quote='1']")).ToBeVisibleAsync();
        await CheckAsync(page, "browsing");
        await page.SetViewportSizeAsync(390, 900);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await CheckAsync(page, "browsing, narrow and dark");
        await page.SetViewportSizeAsync(1440, 1000);
        await keys.PressAsync("Shift+A");

        // Writing: a citation by its number, what is saved is checked; then handed in.
        await Expect(page.Locator("[data-phase=write]")).ToBeVisibleAsync();
        await page.Locator("[data-field=answer]").FocusAsync();
        await keys.TypeAsync("Crows remember the people who feed them");
        await keys.PressAsync("Control+Enter");
        await Expect(page.Locator(".er").First).ToContainTextAsync("The answer cites no quote.");
        await page.Locator("[data-field=answer]").FocusAsync();
        await keys.TypeAsync(" ");
        await keys.PressAsync("Alt+1");
        await keys.TypeAsync(".");
        await Expect(page.Locator("[data-saved-text]")).ToContainTextAsync("Saved ");
        await Expect(page.GetByText("All citations point to a quote.")).ToBeVisibleAsync();
        await CheckAsync(page, "writing, dark");
        await page.SetViewportSizeAsync(390, 900);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await CheckAsync(page, "writing, narrow");
        await page.Locator("[data-field=answer]").FocusAsync();
        await keys.PressAsync("Control+Enter");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Another demonstration" })).ToBeVisibleAsync();

        var made = Assert.Single(await app.Get<IDemonstrationStore>().ReadAsync(new DemonstrationQuery()).ToListAsync());
        Assert.Equal((await app.IdOfAsync(SharedApp.Labeler), Outcome.Answered, Project), (made.PersonId, made.Outcome!.Value, made.Task!.Project));
        Assert.True(made.Time.Active > TimeSpan.Zero);
        var recorded = (await app.Get<EpisodeReader>().ReadAsync(made.EpisodeId))!;
        Assert.Equal("Crows remember the people who feed them [1].", recorded.Composed!.Answer!.Text);
        var again = await DemonstrationReplay.AgainAsync(recorded);
        Assert.Equal(recorded.Steps.Select(static s => s.Event.ObservationSha256), again.Steps.Select(static s => s.Observation.Sha256));
        Assert.Equal(recorded.References, again.References);

        await using var exported = new MemoryStream();
        var manifest = await app.Get<DemonstrationExport>().WriteAsync(DemonstrationForm.Steps, Project, exported);
        var lines = Encoding.UTF8.GetString(exported.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static l => JsonNode.Parse(l)!).ToList();
        Assert.Equal((1, recorded.Steps.Count, 1, 0), (manifest.Demonstrations, manifest.Steps, manifest.Answers, manifest.LeftOut));
        Assert.Equal(recorded.Steps.Count + 1, lines.Count);
        Assert.Equal("Search crows bring gifts", (string)lines[0]["completion"]!);
        Assert.Equal(("answering", "Crows remember the people who feed them [1]."), ((string)lines[^1]["phase"]!, (string)lines[^1]["completion"]!));
    }

    /// <summary>The page shows so many steps as used.</summary>
    private static Task StepsAsync(IPage page, int count) => Expect(page.Locator(".dcm")).ToContainTextAsync($"{100 - count} of 100 actions left");

    private static async Task TabToAsync(IPage page, string selector, string key)
    {
        await page.Locator("main").FocusAsync();
        for (var i = 0; i < 60 && !await page.EvaluateAsync<bool>("s => document.activeElement.matches(s) && document.activeElement.checkVisibility()", selector); i++)
        {
            await page.Keyboard.PressAsync(key);
        }
    }

    private static async Task CheckAsync(IPage page, string screen)
    {
        var faults = (await page.RunAxe()).Violations.Where(static v => v.Impact is "serious" or "critical");
        Assert.Empty(faults.Select(v => $"{screen}: {v.Id}: {v.Help}: {string.Join(' ', v.Nodes.Take(3).Select(static n => n.Html))}"));
    }
}
