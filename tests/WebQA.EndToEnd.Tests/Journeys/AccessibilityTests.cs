using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using WebQA.EndToEnd.Tests.App;
using WebQA.TestBrowser;
using static Microsoft.Playwright.Assertions;

namespace WebQA.EndToEnd.Tests.Journeys;

public sealed class AccessibilityTests(ChromiumFixture chromium, RunningApp app) : BrowserTest(chromium, app)
{
    [Theory]
    [InlineData(ColorScheme.Light, 1440)]
    [InlineData(ColorScheme.Dark, 1440)]
    [InlineData(ColorScheme.Light, 390)]
    [InlineData(ColorScheme.Dark, 390)]
    public async Task No_screen_has_a_serious_fault(ColorScheme scheme, int width)
    {
        var page = await WindowAsync(width, 900, scheme);
        await OpenAsync(page, "/");
        await page.Locator("summary.chip").First.ClickAsync();
        await CheckAsync(page, "Ask");

        var id = await AskAsync(page);
        await Expect(page.Locator(".text .cite").First).ToBeVisibleAsync();
        await CheckAsync(page, "answer");

        await OpenAsync(page, $"/episodes/{id}?view=steps");
        await CheckAsync(page, "steps");
        await page.GetByRole(AriaRole.Button, new() { Name = "Observation" }).ClickAsync();
        await CheckAsync(page, "observation");

        await OpenAsync(page, $"/episodes/{id}");
        await page.Locator(".text .cite").First.ClickAsync();
        await Expect(page.Locator("mark.q").First).ToBeVisibleAsync();
        await CheckAsync(page, "stored page");

        await OpenAsync(page, "/history");
        await CheckAsync(page, "history");
        await page.GetByRole(AriaRole.Button, new() { Name = "Delete: " }).First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await CheckAsync(page, "delete dialog");

        await OpenAsync(page, "/nowhere");
        await CheckAsync(page, "not found");
        ForgetRefusals();
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1440)]
    [InlineData(ColorScheme.Dark, 1440)]
    [InlineData(ColorScheme.Light, 390)]
    [InlineData(ColorScheme.Dark, 390)]
    public async Task A_running_and_a_stopped_episode_have_no_serious_fault(ColorScheme scheme, int width)
    {
        App.Policies.Pace = TimeSpan.FromSeconds(2);
        var page = await WindowAsync(width, 900, scheme);
        var id = await AskAsync(page);
        await Expect(page.Locator(".steps li button").First).ToBeVisibleAsync();

        await CheckAsync(page, "running");

        await App.Host.StopAsync(id);
        await Expect(page.Locator(".noanswer")).ToBeVisibleAsync();
        await CheckAsync(page, "stopped");
    }

    private static async Task CheckAsync(IPage page, string screen)
    {
        var faults = (await page.RunAxe()).Violations.Where(v => v.Impact is "serious" or "critical");
        Assert.True(!faults.Any(), $"{screen}: " + string.Join("; ", faults.Select(v => $"{v.Id}: {v.Help} ({string.Join(", ", v.Nodes.Take(3).Select(n => n.Html))})")));
    }
}
