using Microsoft.Playwright;
using WebQA.Core.Feedback;
using WebQA.EndToEnd.Tests.App;
using WebQA.Storage.Accounts;
using WebQA.TestBrowser;
using static Microsoft.Playwright.Assertions;

namespace WebQA.EndToEnd.Tests.Journeys;

/// <summary>A comparison by the keyboard alone, from sign-in to what is kept.</summary>
public sealed class CompareKeyboardTests(ChromiumFixture chromium)
{
    [Fact]
    public async Task A_labeler_signs_in_marks_rates_and_hands_in_without_a_mouse()
    {
        using var app = new SharedApp(listens: true);
        await app.AddPersonAsync(SharedApp.Administrator, AccountRoles.Admin);
        await app.AddPersonAsync(SharedApp.Labeler, AccountRoles.Labeler);
        await app.First.OfferAsync();
        await app.Get<IFeedbackStore>().CreateProjectAsync(new FeedbackProject { Name = "crows", FullShare = 1 });
        await app.Get<IFeedbackStore>().AddTasksAsync("crows", [CompareTests.Pair("q1")]);
        var browser = await chromium.BrowserAsync();
        await using var context = await browser.NewContextAsync(new() { BaseURL = app.Address.ToString(), ViewportSize = new() { Width = 1440, Height = 1000 } });
        context.SetDefaultTimeout(60_000);
        SetDefaultExpectTimeout(60_000);
        var page = await context.NewPageAsync();

        await page.GotoAsync("/sign-in");
        await page.GetByLabel("User name").FocusAsync();
        await page.Keyboard.TypeAsync(SharedApp.Labeler);
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync(SharedApp.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync("[data-interactive=true]");
        await TabToAsync(page, "a[href='/compare']");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Compare");
        await TabToAsync(page, "a[href='/compare/crows']");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("[data-compare]")).ToBeVisibleAsync();

        // Too early: what is missing is said, and the first of it has the focus.
        await page.Keyboard.PressAsync("5");
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.Locator("[data-submit-said]")).ToContainTextAsync("Not handed in yet. Still to do: trust of 1 references of ");
        await Expect(page.Locator("input[id^=trust-]:focus")).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("Space");

        // Claims: support and relevance, the next comes by itself; a claim made shorter by words.
        for (var claim = 0; claim < 4; claim++)
        {
            await page.Keyboard.PressAsync("w");
            await Expect(page.Locator("[name=claim-support][value=weak]")).ToBeCheckedAsync();
            await page.Keyboard.PressAsync("m");
            await Expect(page.Locator(".ct.st-weak")).ToHaveCountAsync(claim + 1);
            if (claim % 2 == 1)
            {
                await page.Keyboard.PressAsync("j");
            }
        }
        for (var row = 0; row < 4; row++)
        {
            await page.Keyboard.PressAsync("Shift+Digit2");
            await Expect(page.Locator("[data-rating-row] input:checked")).ToHaveCountAsync(row + 1);
            await page.Locator("h1").FocusAsync();
        }
        await page.Keyboard.PressAsync("1");
        await Expect(page.Locator("#rate-Overall-0")).ToBeCheckedAsync();
        await page.Keyboard.PressAsync("Control+z");
        await Expect(page.Locator("#rate-Overall-4")).ToBeCheckedAsync();
        await page.Keyboard.PressAsync("Control+Shift+z");
        await Expect(page.Locator("#rate-Overall-0")).ToBeCheckedAsync();
        await Expect(page.Locator("[data-submit-said]")).ToHaveTextAsync("All required parts are there.");
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "No task is left for you now" })).ToBeVisibleAsync();

        var stored = Assert.Single(await app.Get<IFeedbackStore>().ReadAsync("crows").ToListAsync());
        Assert.Equal(await app.IdOfAsync(SharedApp.Labeler), stored.PersonId);
        Assert.Equal(stored.IsSwapped ? Preference.BMuchBetter : Preference.AMuchBetter, stored.Annotation.Rating);
        Assert.Equal(4, stored.Annotation.Claims.Count);
        Assert.All(stored.Annotation.Claims, static claim => Assert.Equal(("weak", "core"), (claim.Support, claim.Relevance)));
        Assert.Equal("trustworthy", Assert.Single(stored.Annotation.Trust).Trust);
        Assert.True(stored.Annotation.Work is { ActiveMilliseconds: > 0, Undos: 1 });
    }

    private static async Task TabToAsync(IPage page, string selector)
    {
        await page.Locator("main").FocusAsync();
        for (var i = 0; i < 60 && !await page.EvaluateAsync<bool>("s => document.activeElement.matches(s) && document.activeElement.checkVisibility()", selector); i++)
        {
            await page.Keyboard.PressAsync(selector.Contains("/compare/", StringComparison.Ordinal) ? "Tab" : "Shift+Tab");
        }
    }
}
