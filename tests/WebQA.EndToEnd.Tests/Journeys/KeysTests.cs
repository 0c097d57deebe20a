using Microsoft.Playwright;
using WebQA.EndToEnd.Tests.App;
using WebQA.TestBrowser;
using static Microsoft.Playwright.Assertions;

namespace WebQA.EndToEnd.Tests.Journeys;

public sealed class KeysTests(ChromiumFixture chromium, RunningApp app) : BrowserTest(chromium, app)
{
    [Fact]
    public async Task Keys_act_outside_of_text_alone_are_changed_in_place_and_can_be_switched_off()
    {
        var page = await WindowAsync();
        await OpenAsync(page, "/history");
        var search = page.GetByRole(AriaRole.Searchbox);

        await page.Keyboard.PressAsync("/");
        await Expect(search).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("?/g");
        await Expect(search).ToHaveValueAsync("?/g");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);

        await page.Locator("h1").FocusAsync();
        await page.Keyboard.PressAsync("?");
        await page.GetByRole(AriaRole.Link, new() { Name = "Change keys" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Change the key: Search the history" }).ClickAsync();
        await Expect(page.Locator("[data-records-key]")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("?");
        await Expect(page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "taken" })).ToHaveTextAsync("? is taken by “These keys”. Choose another key, or change that one first.");
        await page.Keyboard.PressAsync("Shift+H");
        var row = page.Locator(".kyr").Filter(new() { HasText = "Search the history" });
        await Expect(row.GetByRole(AriaRole.Status)).ToHaveTextAsync("Saved.");

        // Kept for the person, not the tab: another window has it, its hint says so, and the old key does nothing.
        var other = await WindowAsync();
        await OpenAsync(other, "/history");
        await Expect(other.Locator(".sf kbd")).ToHaveTextAsync("Shift H");
        await other.Keyboard.PressAsync("/");
        await Expect(other.GetByRole(AriaRole.Searchbox)).Not.ToBeFocusedAsync();
        await other.Keyboard.PressAsync("Shift+H");
        await Expect(other.GetByRole(AriaRole.Searchbox)).ToBeFocusedAsync();

        await page.GetByRole(AriaRole.Checkbox).UncheckAsync();
        await Expect(page.Locator("#webqa-keys")).ToHaveAttributeAsync("data-single", "off");
        await page.Locator("h1").FocusAsync();
        await page.Keyboard.PressAsync("?");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Checkbox).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Back to the usual key: Search the history" }).ClickAsync();
        await Expect(row.Locator(".caps")).ToHaveTextAsync("/");
    }

    [Fact]
    public async Task A_layout_on_which_a_sign_is_a_digit_with_shift_still_has_the_sign()
    {
        var page = await WindowAsync();
        await OpenAsync(page, "/history");

        // A German keyboard: the key of 7 with Shift writes a slash.
        await page.EvaluateAsync("document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '/', code: 'Digit7', shiftKey: true, bubbles: true, cancelable: true }))");

        await Expect(page.GetByRole(AriaRole.Searchbox)).ToBeFocusedAsync();
    }
}
