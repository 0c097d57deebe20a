using System.Text.RegularExpressions;
using Microsoft.Playwright;
using WebQA.Core.Answers;
using WebQA.Core.Episodes;
using WebQA.EndToEnd.Tests.App;
using WebQA.TestBrowser;
using static Microsoft.Playwright.Assertions;

namespace WebQA.EndToEnd.Tests.Journeys;

public sealed class AskingTests(ChromiumFixture chromium, RunningApp app) : BrowserTest(chromium, app)
{
    private static readonly TimeSpan Watchable = TimeSpan.FromMilliseconds(200);

    [Theory]
    [InlineData(1440)]
    [InlineData(390)]
    public async Task A_question_is_watched_answered_and_each_citation_opens_the_stored_page_with_the_quote(int width)
    {
        App.Policies.Pace = Watchable;
        var page = await WindowAsync(width, 900);

        var id = await AskAsync(page);
        await Expect(page.Locator(".steps li button").First).ToContainTextAsync("Search");
        Assert.Equal(EpisodePhase.Running, (await App.Store.FindAsync(id))!.Phase);
        await Expect(page.Locator(".text .cite").First).ToBeVisibleAsync();
        await NoSidewaysScrollAsync(page);

        var citation = page.Locator(".text .cite").First;
        var cited = int.Parse(await citation.GetAttributeAsync("data-cite") ?? string.Empty);
        await citation.ClickAsync();
        await ArriveAsync(page, new Regex("/pages/[^/]+$"));
        await Expect(page.Locator("mark.cur").First).ToBeInViewportAsync();
        var reference = (await ReferencesAsync(id)).Single(r => r.Id == cited);
        var highlighted = await page.EvaluateAsync<string>(
            "() => [...document.querySelectorAll('.l')].map(l => [...l.querySelectorAll('mark.cur:not(.lf)')].map(m => m.textContent).join('')).filter(t => t).join(' ')");
        Assert.Contains(OneLine(reference.Extract), OneLine(highlighted), StringComparison.Ordinal);
        await Expect(page.GetByText("found word for word")).ToBeVisibleAsync();
        await NoSidewaysScrollAsync(page);

        await page.GetByText("Back to the answer").ClickAsync();
        await Expect(page.Locator(".text p").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Closing_the_tab_does_not_stop_the_episode_and_coming_back_shows_it()
    {
        App.Policies.Pace = Watchable;
        var first = await WindowAsync();
        var id = await AskAsync(first);
        await Expect(first.Locator(".steps li button").First).ToBeVisibleAsync();
        await first.CloseAsync();

        var second = await WindowAsync();
        await OpenAsync(second, $"/episodes/{id}");

        await Expect(second.Locator("h1")).ToHaveTextAsync(Question);
        await Expect(second.Locator(".text p").First).ToBeVisibleAsync();
        Assert.Equal(Outcome.Answered, (await App.Store.FindAsync(id))!.Outcome);
    }

    [Fact]
    public async Task Stop_asks_and_then_ends_without_an_answer()
    {
        App.Policies.Pace = TimeSpan.FromSeconds(3);
        var page = await WindowAsync();
        var id = await AskAsync(page);

        await page.GetByRole(AriaRole.Button, new() { Name = "Stop", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Stop without an answer" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Stopped before there was an answer" })).ToBeVisibleAsync();
        Assert.Equal(Outcome.Stopped, (await App.Store.FindAsync(id))!.Outcome);
    }

    [Fact]
    public async Task Answer_now_answers_with_the_quotes_at_hand()
    {
        App.Policies.Pace = Watchable;
        var page = await WindowAsync();
        var id = await AskAsync(page);
        await Expect(page.Locator(".nb .nq").First).ToBeVisibleAsync();
        App.Policies.Pace = TimeSpan.FromSeconds(30);

        await page.GetByRole(AriaRole.Button, new() { Name = "Answer now with" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Answer now", Exact = true }).ClickAsync();

        await Expect(page.Locator(".text .cite, .noanswer").First).ToBeVisibleAsync();
        Assert.Contains((await App.Store.ReadAsync(id)).Select(e => e.Event), e => e is AnswerRequested);
    }

    [Fact]
    public async Task The_whole_way_can_be_walked_by_keyboard()
    {
        var page = await WindowAsync();
        await OpenAsync(page, "/");

        await TabToAsync(page, "#question");
        await page.Keyboard.TypeAsync(Question);
        await page.Keyboard.PressAsync("Control+Enter");
        await ArriveAsync(page, EpisodeAddress);
        await Expect(page.Locator(".text .cite").First).ToBeVisibleAsync();
        await TabToAsync(page, ".text .cite");
        Assert.True(await page.EvaluateAsync<bool>("() => document.getElementById('reference-' + document.activeElement.dataset.cite).classList.contains('on')"));
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Locator("mark.cur").First).ToBeInViewportAsync();
    }

    [Fact]
    public async Task A_question_that_cannot_be_asked_stays_in_the_box_beside_the_reason()
    {
        var page = await WindowAsync();
        await OpenAsync(page, "/");
        var tooLong = new string('x', 10_000);
        await page.GetByLabel("Your question").FillAsync(tooLong);

        await page.Keyboard.PressAsync("Control+Enter");

        await Expect(page.Locator("#ask-error")).ToHaveTextAsync("The question has 10,000 characters; at most 4,000 are read. Shorten it to the question itself.");
        await Expect(page.GetByLabel("Your question")).ToHaveValueAsync(tooLong);
        ForgetRefusals();
    }

    [Fact]
    public async Task What_is_typed_survives_a_reload()
    {
        var page = await WindowAsync();
        await OpenAsync(page, "/");
        await page.GetByLabel("Your question").FillAsync("Half a quest");

        await page.ReloadAsync();
        await page.WaitForSelectorAsync("[data-interactive=true]");

        await Expect(page.GetByLabel("Your question")).ToHaveValueAsync("Half a quest");
    }

    [Fact]
    public async Task A_follow_up_starts_with_the_quotes_at_hand()
    {
        var page = await WindowAsync();
        var first = await AskAsync(page);
        await Expect(page.Locator(".text p").First).ToBeVisibleAsync();

        await page.GetByLabel("Follow-up question").FillAsync("Do crows remember faces?");
        await page.Keyboard.PressAsync("Enter");
        await ArriveAsync(page, new Regex($"/episodes/(?!{first}$)[^/]+$"));

        var id = page.Url[(page.Url.LastIndexOf('/') + 1)..];
        var setup = ((EpisodeStarted)(await App.Store.ReadAsync(id))[0].Event).Setup;
        Assert.Equal(first, setup.FollowUpOf);
        Assert.Equal(await ReferencesAsync(first), setup.InitialReferences);
    }

    [Fact]
    public async Task An_answer_is_copied_with_its_quotes()
    {
        var page = await WindowAsync();
        var id = await AskAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Copy with references" }).ClickAsync();
        await Expect(page.GetByText("Copied", new() { Exact = true })).ToBeVisibleAsync();

        var copied = await page.EvaluateAsync<string>("() => navigator.clipboard.readText()");

        Assert.StartsWith($"# {Question}\n", copied, StringComparison.Ordinal);
        Assert.Contains("\n## References\n", copied, StringComparison.Ordinal);
        Assert.Equal((await ReferencesAsync(id)).Count, copied.Split("\n[").Length - 1);
    }

    [Fact]
    public async Task The_history_lists_finds_and_deletes()
    {
        var page = await WindowAsync();
        var id = await AskAsync(page, "Do zebras have unusualword stripes?");
        await Expect(page.Locator(".acts")).ToBeVisibleAsync();

        await OpenAsync(page, "/history");
        await page.GetByLabel("Search questions and answers").FillAsync("unusualword");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".qq a")).ToHaveCountAsync(1);
        await page.WaitForSelectorAsync("[data-interactive=true]");
        await page.GetByRole(AriaRole.Button, new() { Name = "Delete: Do zebras" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Delete the episode" }).ClickAsync();

        await Expect(page.Locator(".qq a")).ToHaveCountAsync(0);
        Assert.Null(await App.Store.FindAsync(id));
    }

    private async Task<IReadOnlyList<Reference>> ReferencesAsync(string id)
    {
        var feed = App.NewFeed();
        await feed.LoadAsync(id);
        return feed.State!.References;
    }

    private static async Task TabToAsync(IPage page, string selector)
    {
        for (var i = 0; i < 60; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>("s => document.activeElement?.matches(s) ?? false", selector))
            {
                return;
            }
        }
        Assert.Fail($"The Tab key does not reach '{selector}'.");
    }

    private static async Task NoSidewaysScrollAsync(IPage page) =>
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"), "The page scrolls sideways.");

    private static string OneLine(string text) => string.Join(' ', text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
