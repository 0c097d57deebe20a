using System.Text;
using System.Text.Json;
using Microsoft.Playwright;
using WebQA.Core.Browsing;

namespace WebQA.TextBrowser.Rendering;

/// <summary>The rendering of one page: open, wait until its scripts have come to rest, serialise.</summary>
internal sealed class PageRendering(IBrowser browser, PageSnapshot document, IPageFetcher fetcher, TimeSpan limit, TimeProvider time)
{
    private const int Width = 1280;
    private const int Height = 900;
    private const int MaxHeight = 12_000;
    private const int MaxCharacters = 4_000_000;
    private static readonly TimeSpan DomQuiet = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan NetworkQuiet = TimeSpan.FromMilliseconds(100);

    // A page is asked again so often whether it rests, and has as long again to answer: an answer may be lost with the world it was asked in.
    private static readonly TimeSpan Asking = TimeSpan.FromSeconds(4);

    // What a page that never rests has built by then is read all the same; the rest of the time is for reading it.
    private readonly TimeSpan _restLimit = limit * 0.7;
    private readonly long _start = time.GetTimestamp();

    /// <summary>Renders the page in a context of its own.</summary>
    /// <exception cref="PlaywrightException">The page or the browser failed.</exception>
    public async Task<PageSnapshot> RunAsync(IBrowserContext context, CancellationToken cancellationToken)
    {
        var page = await context.NewPageAsync();
        context.Page += (_, popup) => _ = CloseQuietlyAsync(popup);
        var requests = new PageRequests(document, fetcher, time, cancellationToken);
        await context.RouteAsync("**/*", route => requests.AnswerAsync(route, page));
        await page.GotoAsync(document.FinalUrl.AbsoluteUri, new() { WaitUntil = WaitUntilState.Commit, Timeout = (float)limit.TotalMilliseconds });
        var world = new IsolatedWorld(await context.NewCDPSessionAsync(page), time);
        await RestAsync(page, world, requests, cancellationToken);
        var result = await SerializeAsync(world);
        var url = new Uri(result.GetProperty("url").GetString()!);
        return document with
        {
            FinalUrl = url.Scheme is "http" or "https" ? url : document.FinalUrl,
            ContentType = "text/html; charset=utf-8",
            Bytes = Encoding.UTF8.GetBytes(result.GetProperty("html").GetString()!),
            IsRendered = true,
        };
    }

    /// <summary>The context of one page: it can ask for nothing, keep nothing and open nothing.</summary>
    public Task<IBrowserContext> NewContextAsync() => browser.NewContextAsync(new BrowserNewContextOptions
    {
        AcceptDownloads = false,
        ServiceWorkers = ServiceWorkerPolicy.Block,
        ViewportSize = new() { Width = Width, Height = Height },
        ReducedMotion = ReducedMotion.Reduce,
        Locale = "en-US",
        TimezoneId = "UTC",
    });

    private async Task RestAsync(IPage page, IsolatedWorld world, PageRequests requests, CancellationToken cancellationToken)
    {
        var isTall = false;
        while (_restLimit - time.GetElapsedTime(_start) is { Ticks: > 0 } remaining)
        {
            int height;
            try
            {
                var slice = remaining < Asking ? remaining : Asking;
                height = (await world.EvaluateAsync(RendererScripts.Settle(DomQuiet, slice), slice + Asking)).GetInt32();
            }
            catch (PlaywrightException) when (browser.IsConnected && !page.IsClosed)
            {
                await Task.Delay(50, cancellationToken); // the page went on to another address, where there is a new world to wait in
                continue;
            }
            if (height < 0)
            {
                continue; // It does not rest yet.
            }
            if (!requests.IsQuietFor(NetworkQuiet))
            {
                await Task.Delay(25, cancellationToken);
            }
            else if (!isTall && height > Height)
            {
                // Parts that a page shows when they are scrolled into view are all in view in a window as tall as the page.
                isTall = true;
                await page.SetViewportSizeAsync(Width, Math.Min(height, MaxHeight));
            }
            else
            {
                return;
            }
        }
    }

    /// <summary>Reads the page; where the answer does not come in half of what time there is, it is asked for once more.</summary>
    private async Task<JsonElement> SerializeAsync(IsolatedWorld world)
    {
        var script = RendererScripts.Serialize(MaxCharacters);
        var half = (limit - time.GetElapsedTime(_start)) / 2;
        try
        {
            return await world.EvaluateAsync(script, half > TimeSpan.Zero ? half : TimeSpan.Zero);
        }
        catch (PlaywrightException) when (browser.IsConnected)
        {
            return await world.EvaluateAsync(script);
        }
    }

    private static async Task CloseQuietlyAsync(IPage popup)
    {
        try
        {
            await popup.CloseAsync();
        }
        catch (PlaywrightException)
        {
            // It closed with the page that opened it.
        }
    }
}
