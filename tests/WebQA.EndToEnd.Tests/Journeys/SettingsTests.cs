using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using WebQA.EndToEnd.Tests.App;
using WebQA.EndToEnd.Tests.Doubles;
using WebQA.TestBrowser;
using static Microsoft.Playwright.Assertions;

namespace WebQA.EndToEnd.Tests.Journeys;

public sealed class SettingsTests(ChromiumFixture chromium, RunningApp app) : BrowserTest(chromium, app)
{
    private const string Secret = "BSA-never-shown-4f2";

    [Fact]
    public async Task An_engine_is_set_up_by_keyboard_and_its_fault_is_explained_until_it_answers()
    {
        await using var searxng = await FakeSearxng.StartAsync();
        var page = await WindowAsync();
        await OpenAsync(page, "/");
        await page.GetByRole(AriaRole.Link, new() { Name = "Settings" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await ArriveAsync(page, new Regex("/settings$"));
        var row = page.Locator("#searxng");
        await Expect(row.Locator(".res")).ToHaveTextAsync("Off. Give its address, for example http://localhost:8888.");

        await row.GetByRole(AriaRole.Button, new() { Name = "Edit SearXNG" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(row.GetByLabel("Address")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("127.0.0.1");
        await page.Keyboard.PressAsync("Enter");
        await Expect(row.GetByRole(AriaRole.Alert)).ToHaveTextAsync("The endpoint must be an address that begins with http:// or https://, for example http://127.0.0.1:8888.");
        await row.GetByLabel("Address").FillAsync(searxng.Origin);
        await page.Keyboard.PressAsync("Enter");
        await Expect(row.GetByRole(AriaRole.Button, new() { Name = "Edit SearXNG" })).ToBeFocusedAsync();
        await Expect(row.Locator(".res")).ToHaveTextAsync("Not tested yet.");

        await page.Keyboard.PressAsync("Shift+Tab");
        await page.Keyboard.PressAsync("Enter");
        await Expect(row.Locator(".res.bad")).ToContainTextAsync("Add 'json' to 'search.formats' in its settings.yml, and start it again.");
        searxng.AnswersJson = true;
        await page.Keyboard.PressAsync("Enter");
        await Expect(row.Locator(".res.ok")).ToHaveTextAsync(new Regex(@"^2 results in [\d,]+ ms\.$"));

        await ResetAsync("searxng");
    }

    [Fact]
    public async Task A_key_goes_in_and_never_comes_back_in_a_page_an_answer_or_a_frame()
    {
        await using var engine = await FakeSearxng.StartAsync();
        var page = await WindowAsync();
        var received = new List<string>();
        page.WebSocket += (_, socket) => socket.FrameReceived += (_, frame) => received.Add(frame.Text ?? System.Text.Encoding.Latin1.GetString(frame.Binary ?? []));
        await OpenAsync(page, "/settings");
        var row = page.Locator("#custom");
        await row.GetByRole(AriaRole.Button, new() { Name = "Edit" }).ClickAsync();
        await row.GetByLabel("Address").FillAsync(engine.Origin);
        await row.GetByLabel("Key", new() { Exact = true }).FillAsync(Secret);
        await row.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(row.Locator(".facts")).ToContainTextAsync("A key is kept, encrypted");

        await row.GetByRole(AriaRole.Button, new() { Name = "Test" }).ClickAsync();
        await Expect(row.Locator(".res.bad")).ToContainTextAsync("does not take the key (HTTP 403).");
        Assert.Contains($"Bearer {Secret}", Assert.Single(engine.Requests), StringComparison.Ordinal);
        await row.GetByRole(AriaRole.Button, new() { Name = "Edit" }).ClickAsync();
        await Expect(row.GetByLabel("New key")).ToHaveValueAsync(string.Empty);

        using var client = App.NewClient();
        Assert.NotEmpty(received);
        Assert.DoesNotContain(received, frame => frame.Contains(Secret, StringComparison.Ordinal));
        Assert.DoesNotContain(Secret, await page.ContentAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, await client.GetStringAsync("/settings"), StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, await client.GetStringAsync("/api/settings/engines"), StringComparison.Ordinal);

        await row.GetByText("Take the key away").ClickAsync();
        await row.GetByLabel("Address").FillAsync(string.Empty);
        await row.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(row.Locator(".facts")).ToContainTextAsync("No key");
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1440)]
    [InlineData(ColorScheme.Dark, 1440)]
    [InlineData(ColorScheme.Light, 390)]
    [InlineData(ColorScheme.Dark, 390)]
    public async Task The_page_has_no_serious_fault(ColorScheme scheme, int width)
    {
        var page = await WindowAsync(width, 1000, scheme);
        await OpenAsync(page, "/settings");
        var row = page.Locator("#brave");
        await row.GetByRole(AriaRole.Button, new() { Name = "Test" }).ClickAsync();
        await Expect(row.Locator(".res.bad")).ToContainTextAsync("Brave Search has no key yet.");
        await row.GetByRole(AriaRole.Button, new() { Name = "Edit" }).ClickAsync();
        await Expect(row.GetByLabel("Address")).ToBeFocusedAsync();

        var faults = (await page.RunAxe()).Violations.Where(v => v.Impact is "serious" or "critical");

        Assert.True(!faults.Any(), string.Join("; ", faults.Select(v => $"{v.Id}: {v.Help} ({string.Join(", ", v.Nodes.Take(3).Select(n => n.Html))})")));
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"), "The page scrolls sideways.");
        if (Environment.GetEnvironmentVariable("WEBQA_SCREENSHOTS") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"settings-{width}-{scheme}.png"), FullPage = true });
        }
    }

    private async Task ResetAsync(string engine)
    {
        using var client = App.NewClient();
        using var body = new StringContent("{}", System.Text.Encoding.UTF8, "application/json");
        (await client.PutAsync($"/api/settings/engines/{engine}", body)).EnsureSuccessStatusCode();
    }
}
