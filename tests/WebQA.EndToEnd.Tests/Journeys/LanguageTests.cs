using Microsoft.Playwright;
using WebQA.EndToEnd.Tests.App;
using WebQA.TestBrowser;
using static Microsoft.Playwright.Assertions;

namespace WebQA.EndToEnd.Tests.Journeys;

public sealed class LanguageTests(ChromiumFixture chromium, RunningApp app) : BrowserTest(chromium, app)
{
    [Fact]
    public async Task The_app_speaks_the_chosen_language_also_after_the_connection_stands()
    {
        var page = await WindowAsync();
        await OpenAsync(page, "/");
        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "en");

        await page.GetByRole(AriaRole.Button, new() { Name = "Deutsch" }).ClickAsync();

        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "de");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Was möchten Sie wissen?");
        await page.WaitForSelectorAsync("[data-interactive=true]");
        // Drawn by the circuit, not by the request: another page, and a dialog.
        await page.GetByRole(AriaRole.Link, new() { Name = "Verlauf" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Verlauf" })).ToBeVisibleAsync();
        await page.Locator("h1").FocusAsync();
        await page.Keyboard.PressAsync("?");
        await Expect(page.GetByRole(AriaRole.Dialog).GetByText("Verlauf durchsuchen")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Schließen" }).ClickAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "English" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "History" })).ToBeVisibleAsync();
    }
}
