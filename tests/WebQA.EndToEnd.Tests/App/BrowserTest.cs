using System.Text.RegularExpressions;
using Microsoft.Playwright;
using WebQA.TestBrowser;

namespace WebQA.EndToEnd.Tests.App;

/// <summary>A test that looks at the app through a real Chromium.</summary>
public abstract class BrowserTest(ChromiumFixture chromium, RunningApp app) : IAsyncLifetime
{
    protected const string Question = "Why do crows bring people gifts?";

    /// <summary>Longest wait for anything; machines that run the tests may be slow.</summary>
    private const int Patience = 60_000;

    /// <summary>The page of any episode.</summary>
    protected static readonly Regex EpisodeAddress = new("/episodes/[^/]+$");

    private readonly List<IBrowserContext> _contexts = [];
    private readonly List<string> _errors = [];

    protected RunningApp App => app;

    public ValueTask InitializeAsync()
    {
        app.Policies.Pace = TimeSpan.Zero;
        Assertions.SetDefaultExpectTimeout(Patience);
        return ValueTask.CompletedTask;
    }

    /// <summary>No page may have logged an error (a refused script, a missing file, an exception) or asked another site for anything.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var context in _contexts)
        {
            await context.DisposeAsync();
        }
        Assert.True(_errors.Count == 0, string.Join('\n', _errors));
        GC.SuppressFinalize(this);
    }

    /// <summary>A browser window of its own.</summary>
    protected async Task<IPage> WindowAsync(int width = 1440, int height = 1000, ColorScheme scheme = ColorScheme.Light)
    {
        var browser = await chromium.BrowserAsync();
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = app.Address.ToString(),
            ViewportSize = new() { Width = width, Height = height },
            ColorScheme = scheme,
            Permissions = ["clipboard-read", "clipboard-write"],
        });
        context.SetDefaultTimeout(Patience);
        _contexts.Add(context);
        var page = await context.NewPageAsync();
        page.Console += (_, message) => Note(message.Type == "error", message.Text);
        page.PageError += (_, error) => Note(true, $"{page.Url}: {error}");
        page.Request += (_, request) => Note(IsForeign(request.Url), $"{request.Url} was asked for; nothing may leave the app before a person clicks a live page.");
        return page;
    }

    /// <summary>Opens an address and waits until the page is connected.</summary>
    protected static async Task OpenAsync(IPage page, string address)
    {
        await page.GotoAsync(address);
        await page.WaitForSelectorAsync("[data-interactive=true]");
    }

    /// <summary>Asks and waits for the episode's page.</summary>
    protected static async Task<string> AskAsync(IPage page, string question = Question)
    {
        await OpenAsync(page, "/");
        await page.GetByLabel("Your question").FillAsync(question);
        await page.GetByRole(AriaRole.Button, new() { Name = "Ask Ctrl" }).ClickAsync();
        await ArriveAsync(page, EpisodeAddress);
        return page.Url[(page.Url.LastIndexOf('/') + 1)..];
    }

    /// <summary>Waits for an address by asking the page for it, since a navigation that is over before it is waited for is never reported again; says what the page shows where it does not come.</summary>
    protected static async Task ArriveAsync(IPage page, Regex address)
    {
        try
        {
            await Assertions.Expect(page).ToHaveURLAsync(address);
        }
        catch (PlaywrightException e)
        {
            var sent = await page.EvaluateAsync<string>("() => performance.getEntriesByType('resource').slice(-8).map(r => `${r.name} ${r.responseStatus} ${Math.round(r.startTime)}+${Math.round(r.duration)} ms`).join('\\n')");
            Assert.Fail($"{address} did not come; the page is {page.Url}.\n{await page.Locator("body").AriaSnapshotAsync()}\nLast requests:\n{sent}\n{e.Message}");
        }
    }

    /// <summary>Takes out of the errors what Chromium logs of a refusal that the test asked for.</summary>
    protected void ForgetRefusals()
    {
        lock (_errors)
        {
            _errors.RemoveAll(e => e.Contains("the server responded with a status of 4", StringComparison.Ordinal));
        }
    }

    /// <summary>Takes out of the errors what Chromium logs of requests that the test made fail.</summary>
    protected void ForgetFailures()
    {
        lock (_errors)
        {
            _errors.RemoveAll(e => e.Contains("net::ERR_FAILED", StringComparison.Ordinal));
        }
    }

    private bool IsForeign(string url) =>
        url.StartsWith("http", StringComparison.Ordinal) && !url.StartsWith(app.Address.ToString(), StringComparison.Ordinal);

    private void Note(bool isError, string text)
    {
        if (isError)
        {
            lock (_errors)
            {
                _errors.Add(text);
            }
        }
    }
}
