using System.Runtime.CompilerServices;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using WebQA.EndToEnd.Tests.App;
using WebQA.TestBrowser;
using static Microsoft.Playwright.Assertions;

namespace WebQA.EndToEnd.Tests.Journeys;

/// <summary>The Projects screens: make, take in, look through, measure, export.</summary>
public sealed class ProjectsTests(ChromiumFixture chromium, RunningApp app) : BrowserTest(chromium, app)
{
    [Fact]
    public async Task A_project_is_made_filled_from_a_file_and_looked_through_with_hostile_text_shown_as_text()
    {
        var page = await WindowAsync();
        var name = $"crows {Guid.NewGuid():N}"[..14];
        await OpenAsync(page, "/projects");

        await page.GetByLabel("People a task").FillAsync("many");
        await page.Locator("#np-name").FillAsync(name);
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the project" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "People a task" })).ToHaveTextAsync("“People a task” is a whole number.");
        await page.GetByLabel("People a task").FillAsync("2");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the project" }).ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync(name);

        await page.GetByLabel("File", new() { Exact = true }).SetInputFilesAsync(File("bad.jsonl", "{\"id\":\"1\"}\n"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Take the file in" }).ClickAsync();
        await Expect(page.Locator("[data-import-error]")).ToHaveTextAsync("Line 1: 'question' is missing.");
        ForgetRefusals();
        await page.GetByLabel("File", new() { Exact = true }).SetInputFilesAsync(File(
            "good.jsonl",
            """{"id":"1","question":"Why <img src=x onerror=alert(1)>?","answer_a":"<script>alert(1)</script> \u202Ebidi","answer_b":"B 🐦","preferred":"a","labeler":"ann"}""" + "\n"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Take the file in" }).ClickAsync();
        await Expect(page.Locator("[data-import-done]")).ToContainTextAsync("1 of 1 comparisons were new");

        await page.GetByRole(AriaRole.Link, new() { Name = "Comparisons", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Searchbox).FillAsync("BIDI");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Link, new() { Name = "Why <img src=x onerror=alert(1)>?" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Answer A" })).ToContainTextAsync("<script>alert(1)</script>");
        await OpenAsync(page, $"/projects/{Uri.EscapeDataString(name)}/comparisons?q=nothing%25like_this");
        await Expect(page.Locator(".ne")).ToContainTextAsync("No question and no answer holds “nothing%like_this”.");

        await OpenAsync(page, $"/projects/{Uri.EscapeDataString(name)}/files");
        await page.GetByLabel("Form of the file").First.SelectOptionAsync("trl");
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Export", Exact = true }).ClickAsync());
        Assert.Equal($"{name}.trl.jsonl.zip", download.SuggestedFilename);
    }

    [Fact]
    public async Task The_dashboard_of_the_shared_comparisons_shows_their_place_and_length_effects()
    {
        var source = Path.Combine(Shared(), "data", "preferences", "pairs.jsonl");
        Assert.SkipUnless(System.IO.File.Exists(source), $"There is no {source}; set WEBQA_SHARED to the folder of shared data.");
        using (var client = App.NewClient())
        {
            using var content = new StreamContent(System.IO.File.OpenRead(source));
            (await client.PostAsync("/projects/shared/import?from=webqa", content)).EnsureSuccessStatusCode();
        }
        var page = await WindowAsync();
        await OpenAsync(page, "/projects/shared");

        await Expect(page.GetByRole(AriaRole.Row, new() { Name = "the one shown first 3165" })).ToContainTextAsync("54.6 % (52.7–56.5)");
        await Expect(page.GetByRole(AriaRole.Row, new() { Name = "the longer, by characters 3154" })).ToContainTextAsync("60.1 % (57.5–62.7)");
        await page.GetByText("As a table").First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Row, new() { Name = "Equally good" })).ToContainTextAsync("206");
        await page.GetByLabel("True win rate, %").FillAsync("60");
        await Expect(page.GetByText("194 decided comparisons tell 60 % from 50 %.")).ToBeVisibleAsync();

        await OpenAsync(page, "/projects/shared/comparisons?page=127");
        await Expect(page.GetByText("3151 to 3165 of 3165")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1440)]
    [InlineData(ColorScheme.Dark, 1440)]
    [InlineData(ColorScheme.Light, 390)]
    [InlineData(ColorScheme.Dark, 390)]
    public async Task No_screen_of_a_project_has_a_serious_fault(ColorScheme scheme, int width)
    {
        using (var client = App.NewClient())
        {
            using var content = new StringContent(string.Join('\n', Enumerable.Range(0, 30).Select(static i =>
                $$"""{"id":"{{i}}","question":"Why {{i / 3}}?","answer_a":"A longer answer.","answer_b":"B","preferred":"{{"ab"[i % 2]}}","labeler":"p{{i % 3}}"}""")));
            (await client.PostAsync("/projects/axe/import?from=webqa", content)).EnsureSuccessStatusCode();
        }
        var page = await WindowAsync(width, 900, scheme);
        foreach (var (address, waits) in ((string, string)[])[("/projects", ".prt"), ("/projects/axe", ".stats"), ("/projects/axe/comparisons", ".pct"), ("/projects/axe/comparisons/1", ".ca"), ("/projects/axe/files", "#ex-to")])
        {
            await OpenAsync(page, address);
            await Expect(page.Locator(waits).First).ToBeVisibleAsync();
            var faults = (await page.RunAxe()).Violations.Where(static v => v.Impact is "serious" or "critical");
            Assert.True(!faults.Any(), $"{address}: " + string.Join("; ", faults.Select(static v => $"{v.Id}: {v.Help} ({string.Join(", ", v.Nodes.Take(3).Select(static n => n.Html))})")));
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{address} is wider than {width} pixels.");
        }
    }

    private static string Shared([CallerFilePath] string here = "") =>
        Environment.GetEnvironmentVariable("WEBQA_SHARED") ?? Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "..", "shared"));

    private static FilePayload File(string name, string text) => new() { Name = name, MimeType = "application/jsonl", Buffer = System.Text.Encoding.UTF8.GetBytes(text) };
}
