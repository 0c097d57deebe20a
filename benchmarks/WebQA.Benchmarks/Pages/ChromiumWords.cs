using Microsoft.Playwright;
using WebQA.TextBrowser.Rendering;

namespace WebQA.Benchmarks.Pages;

/// <summary>
/// The words that a reader sees, as Chromium lays the page out: scripts off and nothing but the page's own bytes at hand, which is all that the text browser
/// has too. Style sheets that the page only refers to are therefore unknown to both.
/// </summary>
/// <remarks>
/// A word counts where it has a box, is not invisible, transparent, without size, clipped to nothing or out of reach of scrolling. Banners that ask for consent count as
/// visible, although the text browser leaves them out by its rules: the recall errs on the low side.
/// </remarks>
internal sealed class ChromiumWords : IAsyncDisposable
{
    private const int LimitMs = 30_000;

    private static readonly string Script = ReadScript();

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private ChromiumWords(IPlaywright playwright, IBrowser browser) => (_playwright, _browser) = (playwright, browser);

    /// <summary>Starts the browser; null where this machine has none.</summary>
    public static async Task<ChromiumWords?> StartAsync()
    {
        if (new ChromiumLocator().Find() is not { } installation || PlaywrightDriver.Find() is null)
        {
            return null;
        }
        var playwright = await Playwright.CreateAsync();
        try
        {
            return new ChromiumWords(playwright, await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
            {
                ExecutablePath = installation.Path,
                Headless = true,
                // Stored pages without scripts; root in a container has no sandbox.
                ChromiumSandbox = !Environment.IsPrivilegedProcess,
                Args = ["--host-resolver-rules=MAP * ~NOTFOUND", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking", "--no-first-run"],
                Timeout = LimitMs,
            }));
        }
        catch (PlaywrightException)
        {
            playwright.Dispose();
            throw;
        }
    }

    /// <summary>The visible text of a page.</summary>
    /// <exception cref="PlaywrightException">The browser failed on it.</exception>
    public async Task<string> OfAsync(BenchmarkPage page)
    {
        await using var context = await _browser.NewContextAsync(new BrowserNewContextOptions { JavaScriptEnabled = false, ServiceWorkers = ServiceWorkerPolicy.Block });
        var tab = await context.NewPageAsync();
        tab.SetDefaultTimeout(LimitMs);
        var isServed = false;
        await tab.RouteAsync("**/*", route =>
        {
            var isPage = !isServed;
            isServed = true;
            return isPage ? route.FulfillAsync(new RouteFulfillOptions { ContentType = "text/html; charset=utf-8", Body = page.Html }) : route.AbortAsync();
        });
        await tab.GotoAsync("https://page.example/", new PageGotoOptions { WaitUntil = WaitUntilState.DOMContentLoaded });
        return await tab.EvaluateAsync<string>(Script);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }

    private static string ReadScript()
    {
        using var stream = typeof(ChromiumWords).Assembly.GetManifestResourceStream("visible-words.js")!;
        using var reader = new StreamReader(stream);
        // The comment at the head of the file would end the expression's first line.
        return "\n" + reader.ReadToEnd();
    }
}
