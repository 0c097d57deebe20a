using Microsoft.Playwright;
using WebQA.Core.Browsing;

namespace WebQA.TextBrowser.Rendering;

/// <summary>Renders pages in Chromium, in a new context each, so that a page leaves nothing behind; every request is answered by the environment.</summary>
/// <param name="host">The browser.</param>
/// <param name="allowUnsandboxed">
/// Whether this environment's pages may be rendered where Chromium has no sandbox (as root, or in some containers). Only for an
/// environment whose pages are its own.
/// </param>
public sealed class PageRenderer(ChromiumHost host, bool allowUnsandboxed = false) : IPageRenderer
{
    /// <inheritdoc/>
    public bool IsAvailable => WhyNot is null;

    /// <inheritdoc/>
    public string? WhyNot => host.WhyNot(allowUnsandboxed);

    /// <inheritdoc/>
    public async Task<FetchOutcome> RenderAsync(Uri url, IPageFetcher fetcher, CancellationToken cancellationToken = default)
    {
        if (WhyNot is { } reason)
        {
            return NeedsBrowser(reason);
        }
        var fetched = await fetcher.FetchAsync(url, cancellationToken);
        if (fetched is not FetchOutcome.Fetched { Snapshot: var document })
        {
            return fetched;
        }
        // A browser that goes away amid a page (killed, out of memory) is replaced, and the page gets a second try in the new one.
        return await TryAsync(document, fetcher, cancellationToken) ?? await TryAsync(document, fetcher, cancellationToken)
            ?? new FetchOutcome.Failed("render_failed", "The browser ended while it rendered this page, twice.");
    }

    private async Task<FetchOutcome?> TryAsync(PageSnapshot document, IPageFetcher fetcher, CancellationToken cancellationToken)
    {
        try
        {
            await using var lease = await host.LeaseAsync(allowUnsandboxed, cancellationToken);
            return await RenderAsync(lease, document, fetcher, cancellationToken);
        }
        catch (ChromiumUnavailableException error)
        {
            return NeedsBrowser(error.Message);
        }
    }

    private async Task<FetchOutcome?> RenderAsync(ChromiumHost.Lease lease, PageSnapshot document, IPageFetcher fetcher, CancellationToken cancellationToken)
    {
        var limit = host.Options.RenderTimeout;
        using var timeout = new CancellationTokenSource(limit, host.Time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        var rendering = new PageRendering(lease.Browser, document, fetcher, limit, host.Time);
        IBrowserContext? context = null;
        try
        {
            context = await rendering.NewContextAsync().WaitAsync(stop.Token);
            var crash = new TaskCompletionSource();
            context.Page += (_, page) => page.Crash += (_, _) => crash.TrySetException(new PlaywrightException("The page crashed."));
            var run = rendering.RunAsync(context, stop.Token);
            await await Task.WhenAny(run, crash.Task).WaitAsync(stop.Token);
            return new FetchOutcome.Fetched(await run);
        }
        catch (OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return new FetchOutcome.Failed("timeout", $"The scripts of this page did not come to rest within {limit.TotalSeconds:0.#} seconds.");
        }
        catch (PlaywrightException) when (!lease.Browser.IsConnected)
        {
            return null;
        }
        catch (PlaywrightException error)
        {
            return new FetchOutcome.Failed("render_failed", $"This page could not be rendered: {error.Message.Split('\n', 2)[0].Trim()}");
        }
        finally
        {
            await stop.CancelAsync();
            if (context is not null && !await CloseAsync(context))
            {
                lease.Retire();
            }
        }
    }

    // A renderer caught in an endless loop is ended with its context; a browser that cannot even do that is not used again.
    private static async Task<bool> CloseAsync(IBrowserContext context)
    {
        try
        {
            await context.CloseAsync().WaitAsync(TimeSpan.FromSeconds(5));
            return true;
        }
        catch (Exception error) when (error is PlaywrightException or TimeoutException)
        {
            return false;
        }
    }

    private static FetchOutcome.Failed NeedsBrowser(string reason) =>
        new("needs_browser", $"This page builds its text by scripts, and no browser can run them here. {reason}");
}
