using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using WebQA.EndToEnd.Tests.App;
using WebQA.EndToEnd.Tests.Doubles;
using WebQA.TestBrowser;
using static Microsoft.Playwright.Assertions;

namespace WebQA.EndToEnd.Tests.Journeys;

/// <summary>From the first start to a key that is kept, in a real browser, on an app that others could reach.</summary>
public sealed class SignInJourneyTests(ChromiumFixture chromium)
{
    private const string Secret = "never-logged-4f2";

    [Theory]
    [InlineData(ColorScheme.Light, 1440)]
    [InlineData(ColorScheme.Dark, 390)]
    public async Task The_first_administrator_signs_in_keeps_a_key_and_signs_out_and_no_log_line_holds_a_secret(ColorScheme scheme, int width)
    {
        using var app = new SharedApp(listens: true);
        await using var engine = await FakeSearxng.StartAsync();
        var browser = await chromium.BrowserAsync();
        await using var context = await browser.NewContextAsync(new() { BaseURL = app.Address.ToString(), ViewportSize = new() { Width = width, Height = 900 }, ColorScheme = scheme });
        context.SetDefaultTimeout(60_000);
        SetDefaultExpectTimeout(60_000);
        var page = await context.NewPageAsync();
        var errors = new List<string>();
        page.Console += (_, message) => errors.AddRange(message.Type == "error" ? [message.Text] : []);
        page.PageError += (_, error) => errors.Add(error);

        await page.GotoAsync("/settings");
        await Expect(page).ToHaveURLAsync(new Regex("/first-administrator$"));
        await CheckAsync(page, "first administrator");
        await TypeAsync(page, "One-time token", app.First.Token);
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync(SharedApp.Administrator);
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync(SharedApp.Password);
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync(SharedApp.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync("[data-interactive=true]");

        await page.GotoAsync("/settings");
        await page.WaitForSelectorAsync("[data-interactive=true]");
        var row = page.Locator("#custom");
        await row.GetByRole(AriaRole.Button, new() { Name = "Edit" }).ClickAsync();
        await row.GetByLabel("Address").FillAsync(engine.Origin);
        await row.GetByLabel("Key", new() { Exact = true }).FillAsync(Secret);
        await row.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(row.Locator(".facts")).ToContainTextAsync("A key is kept, encrypted");
        await row.GetByRole(AriaRole.Button, new() { Name = "Test" }).ClickAsync();
        await Expect(row.Locator(".res.bad")).ToContainTextAsync("does not take the key");
        await row.GetByRole(AriaRole.Button, new() { Name = "Edit" }).ClickAsync();
        await Expect(row.Locator("form")).ToContainTextAsync("by ann");

        await page.GotoAsync("/account");
        await Expect(page.GetByText("Signed in as ann (admin).")).ToBeVisibleAsync();
        await CheckAsync(page, "account");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/sign-in$"));
        await TypeAsync(page, "User name", SharedApp.Administrator);
        await TypeAsync(page, "Password", "a wrong password");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".notice[role=alert]")).ToContainTextAsync("Name and password do not fit, or the account is locked");
        await CheckAsync(page, "sign in");
        await TypeAsync(page, "Password", SharedApp.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync("[data-interactive=true]");

        Assert.Empty(errors);
        foreach (var secret in (string[])[Secret, SharedApp.Password, app.First.Token])
        {
            Assert.DoesNotContain(app.Log, line => line.Contains(secret, StringComparison.Ordinal));
        }
    }

    private static async Task TypeAsync(IPage page, string label, string text)
    {
        await page.GetByLabel(label, new() { Exact = true }).FocusAsync();
        await page.Keyboard.TypeAsync(text);
    }

    private static async Task CheckAsync(IPage page, string screen)
    {
        var faults = (await page.RunAxe()).Violations.Where(v => v.Impact is "serious" or "critical");
        Assert.True(!faults.Any(), $"{screen}: " + string.Join("; ", faults.Select(v => $"{v.Id}: {v.Help} ({string.Join(", ", v.Nodes.Take(3).Select(n => n.Html))})")));
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"), $"{screen} scrolls sideways.");
        if (Environment.GetEnvironmentVariable("WEBQA_SCREENSHOTS") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{screen}-{page.ViewportSize!.Width}.png"), FullPage = true });
        }
    }
}
