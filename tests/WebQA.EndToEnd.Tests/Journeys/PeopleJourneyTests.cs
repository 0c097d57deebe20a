using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using WebQA.EndToEnd.Tests.App;
using WebQA.TestBrowser;
using static Microsoft.Playwright.Assertions;

namespace WebQA.EndToEnd.Tests.Journeys;

/// <summary>An administrator invites somebody, who follows the link and makes a token; the account is then shut. In a real browser, on an app that others could reach.</summary>
public sealed class PeopleJourneyTests(ChromiumFixture chromium)
{
    [Theory]
    [InlineData(ColorScheme.Light, 1440)]
    [InlineData(ColorScheme.Dark, 390)]
    public async Task Somebody_is_invited_makes_a_token_and_is_shut_out(ColorScheme scheme, int width)
    {
        using var app = new SharedApp(listens: true);
        Assert.Null(await app.First.MakeAsync(app.First.Token, SharedApp.Administrator, SharedApp.Password));
        SetDefaultExpectTimeout(60_000);
        await using var office = await ContextAsync(app, scheme, width);
        var page = await office.NewPageAsync();
        await page.GotoAsync("/people");
        await page.GetByLabel("User name").FillAsync(SharedApp.Administrator);
        await page.GetByLabel("Password").FillAsync(SharedApp.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync("[data-interactive=true]");
        await page.GetByLabel("User name").FillAsync("iris");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make an invitation" }).ClickAsync();
        var link = await page.GetByLabel("Link", new() { Exact = true }).InputValueAsync();
        Assert.StartsWith($"{app.Address}set-password#", link, StringComparison.Ordinal);
        await Expect(page.Locator("li.en", new() { HasText = "iris" })).ToContainTextAsync("invited");
        await page.GetByRole(AriaRole.Button, new() { Name = "Edit iris" }).ClickAsync();
        await CheckAsync(page, "people");

        await using var home = await ContextAsync(app, scheme, width);
        var own = await home.NewPageAsync();
        await own.GotoAsync(link);
        await Expect(own.GetByLabel("Token of the link")).ToHaveValueAsync(link[(link.IndexOf('#', StringComparison.Ordinal) + 1)..]);
        await Expect(own).ToHaveURLAsync(new Regex("/set-password$"));
        await CheckAsync(own, "set password");
        await own.GetByLabel("Password", new() { Exact = true }).FillAsync(SharedApp.Password);
        await own.GetByLabel("again", new() { Exact = false }).FillAsync(SharedApp.Password);
        await own.Keyboard.PressAsync("Enter");
        await own.WaitForSelectorAsync("[data-interactive=true]");
        await own.GotoAsync("/account");
        await own.GetByLabel("Name of a new token").FillAsync("my script");
        await own.GetByLabel("tasks").CheckAsync();
        await own.GetByRole(AriaRole.Button, new() { Name = "Make a token" }).ClickAsync();
        await Expect(own.GetByLabel("The new token.")).ToHaveValueAsync(new Regex("^webqa_"));
        await CheckAsync(own, "account");
        await own.GetByRole(AriaRole.Button, new() { Name = "Revoke my script" }).ClickAsync();
        await Expect(own.Locator(".tokens")).ToContainTextAsync("revoked");

        await page.GetByRole(AriaRole.Button, new() { Name = "Disable" }).ClickAsync();
        await Expect(page.Locator("li.en", new() { HasText = "iris" })).ToContainTextAsync("disabled");

        await page.GotoAsync("/settings");
        await page.WaitForSelectorAsync("[data-interactive=true]");
        await page.GetByLabel("Address of a new webhook").FillAsync("http://127.0.0.1:9/hook");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add", Exact = true }).ClickAsync();
        await Expect(page.Locator("#webhooks")).ToContainTextAsync("This address is not on the public web");
        await page.GetByLabel("Address of a new webhook").FillAsync("https://receiver.invalid/hook");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add", Exact = true }).ClickAsync();
        await Expect(page.GetByLabel("The secret that signs.")).ToHaveValueAsync(new Regex("^whsec_"));
        await page.Locator("#webhooks").GetByRole(AriaRole.Button, new() { Name = "Test" }).ClickAsync();
        await page.Locator("#webhooks").GetByText("Deliveries").ClickAsync();
        await Expect(page.Locator("#webhooks ol")).ToContainTextAsync("given up");
        await CheckAsync(page, "webhooks");
    }

    private async Task<IBrowserContext> ContextAsync(SharedApp app, ColorScheme scheme, int width)
    {
        var browser = await chromium.BrowserAsync();
        var context = await browser.NewContextAsync(new() { BaseURL = app.Address.ToString(), ViewportSize = new() { Width = width, Height = 900 }, ColorScheme = scheme });
        context.SetDefaultTimeout(60_000);
        return context;
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
