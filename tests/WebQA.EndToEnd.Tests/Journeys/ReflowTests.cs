using WebQA.Core.Feedback;
using WebQA.Core.Questions;
using WebQA.EndToEnd.Tests.App;
using WebQA.TestBrowser;
using static Microsoft.Playwright.Assertions;

namespace WebQA.EndToEnd.Tests.Journeys;

/// <summary>Screens fit at 200 % and 400 % zoom, and with the layout of languages that run from right to left.</summary>
public sealed class ReflowTests(ChromiumFixture chromium, RunningApp app) : BrowserTest(chromium, app)
{
    /// <summary>A window of 1440 px at 200 % has 720 CSS pixels; one of 1280 px at 400 % has 320 by 256 (WCAG 2.2, 1.4.10).</summary>
    private static readonly (int Width, int Height)[] Zooms = [(1440, 1000), (720, 500), (320, 256)];

    private static readonly string[] Screens =
        ["/", "/history", "/episodes/{0}", "/episodes/{0}?view=steps", "/keys", "/guidelines", "/guidelines/comparison/1", "/admission", "/settings", "/projects", "/compare", "/compare/reflow", "/people"];

    [Fact]
    public async Task Every_screen_fits_its_width_in_both_directions_at_every_zoom()
    {
        var store = App.Get<IFeedbackStore>();
        await store.CreateProjectAsync(new FeedbackProject { Name = "reflow", FullShare = 1 });
        await store.AddTasksAsync("reflow", [new ComparisonTask(
            new Question("q", "Why do crows bring gifts?", "x"), new ComparedAnswer("They were fed [1].", [new ComparedReference("Crows (birds.example)", "Crows fed by people may bring gifts.")], "a"),
            new ComparedAnswer("It is trade, say those who observed it for incomprehensibilities' sake.", [], "b"))]);
        var page = await WindowAsync();
        var id = await AskAsync(page);
        await Expect(page.Locator(".text .cite").First).ToBeVisibleAsync();
        var faults = new List<string>();
        foreach (var screen in Screens)
        {
            await OpenAsync(page, string.Format(null, screen, id));
            foreach (var (width, height) in Zooms)
            {
                await page.SetViewportSizeAsync(width, height);
                foreach (var direction in (string[])["ltr", "rtl"])
                {
                    await page.EvaluateAsync("d => document.documentElement.dir = d", direction);
                    var wide = await page.EvaluateAsync<string[]>(TooWide);
                    faults.AddRange(wide.Select(element => $"{screen}, {width} px, {direction}: {element}"));
                }
            }
        }
        Assert.Equal([], faults);
    }

    [Fact]
    public async Task From_right_to_left_the_rail_is_on_the_right_and_page_text_keeps_its_own_direction()
    {
        var page = await WindowAsync();
        var id = await AskAsync(page);
        await Expect(page.Locator(".text .cite").First).ToBeVisibleAsync();
        await OpenAsync(page, $"/episodes/{id}?view=steps");
        await page.EvaluateAsync("document.documentElement.dir = 'rtl'");

        var rail = (await page.Locator(".rail").BoundingBoxAsync())!;
        Assert.Equal(1440, rail.X + rail.Width, tolerance: 1.0);
        var text = page.Locator(".pt").First;
        Assert.Equal("ltr", await text.EvaluateAsync<string>("e => getComputedStyle(e).direction"));
        Assert.Equal("en", await text.GetAttributeAsync("lang"));
        Assert.Equal("ltr", await page.Locator("h1").First.EvaluateAsync<string>("e => getComputedStyle(e).direction"));
    }

    /// <summary>What stands out of the page sideways, where the page as a whole can be scrolled so.</summary>
    private const string TooWide =
        """
        () => {
          const root = document.documentElement;
          if (root.scrollWidth <= root.clientWidth) {
            return [];
          }
          return [`${root.scrollWidth - root.clientWidth} px too wide`, ...[...document.body.querySelectorAll('*')]
            .filter((e) => { const box = e.getBoundingClientRect(); return box.width > 0 && (box.right > root.clientWidth + 1 || box.left < -1); })
            .slice(0, 6).map((e) => `${e.tagName}.${e.className} ${Math.round(e.getBoundingClientRect().left)}…${Math.round(e.getBoundingClientRect().right)}`)];
        }
        """;
}
