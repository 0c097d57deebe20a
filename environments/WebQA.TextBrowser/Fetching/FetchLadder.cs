using WebQA.Core.Browsing;
using WebQA.TextBrowser.Environments;
using WebQA.TextBrowser.Pages;
using WebQA.TextBrowser.Rendering;

namespace WebQA.TextBrowser.Fetching;

/// <summary>Opens a URL rung by rung: as it was read not long ago, its bytes, their static text, and, where scripts build the text, what a browser makes of it.</summary>
/// <param name="fetcher">Gets the bytes.</param>
/// <param name="reader">Makes text of them.</param>
/// <param name="renderer">Runs the scripts of pages.</param>
/// <param name="limits">Longest waits.</param>
/// <param name="clock">Measures the limits and stamps error pages.</param>
/// <param name="recent">Pages read not long ago; null where every page is fetched.</param>
/// <param name="copies">Finds pages that their sites no longer show; null where none are looked for.</param>
public sealed class FetchLadder(
    IPageFetcher fetcher, IPageReader reader, IPageRenderer renderer, EnvironmentLimits limits, TimeProvider clock, RecentPages? recent = null, ArchivedCopies? copies = null)
{
    /// <summary>Opens a URL; what goes wrong is an error page.</summary>
    public async Task<OpenedPage> OpenAsync(Uri url, CancellationToken cancellationToken = default)
    {
        if (recent is not null && await recent.FindAsync(url, cancellationToken) is { } page)
        {
            return new OpenedPage(page, null, IsLasting: true);
        }
        var outcome = await LimitedAsync(token => fetcher.FetchAsync(url, token), limits.Fetch, cancellationToken);
        if (copies is not null && outcome is FetchOutcome.Failed gone && ArchivedCopies.HelpAgainst(gone))
        {
            outcome = await LimitedAsync(token => copies.FindAsync(url, gone, token), limits.Fetch, cancellationToken);
        }
        if (outcome is FetchOutcome.Fetched { Snapshot: var plain } && ScriptNeed.IsLikely(plain))
        {
            var rendered = await LimitedAsync(token => renderer.RenderAsync(url, new FetchedDocument(plain, fetcher), token), limits.Render, cancellationToken);
            outcome = rendered is FetchOutcome.Failed { Message: var reason } && HasWords(plain)
                ? new FetchOutcome.Fetched(plain with { Note = PageNotes.WithoutScripts(reason) })
                : rendered;
        }
        return outcome switch
        {
            FetchOutcome.Fetched fetched => await ReadAsync(fetched.Snapshot, cancellationToken),
            FetchOutcome.Failed failed => Error(url, failed),
            var other => throw new InvalidOperationException($"Unknown outcome {other.GetType().Name}."),
        };
    }

    private static bool HasWords(PageSnapshot plain) => PageReader.ReadHtml(plain)?.All.PlainText.AsSpan().Trim().Length > 0;

    private async Task<OpenedPage> ReadAsync(PageSnapshot snapshot, CancellationToken cancellationToken)
    {
        var page = await reader.ReadAsync(snapshot, view: null, cancellationToken);
        // A reader may have run out of time or be absent, so an error is not for ever.
        var isError = page.Kind == PageKind.Error;
        // Bytes that are no page, a program for example, are not kept.
        return new OpenedPage(page, isError ? null : snapshot, IsLasting: !isError && !PageNotes.IsPart(page));
    }

    private async Task<FetchOutcome> LimitedAsync(Func<CancellationToken, Task<FetchOutcome>> fetch, TimeSpan limit, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(limit, clock);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            return await fetch(linked.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new FetchOutcome.Failed("timeout", $"The page did not come within {limit.TotalSeconds:0} seconds. Try it again, or go back and try another link.");
        }
    }

    private OpenedPage Error(Uri url, FetchOutcome.Failed failed)
    {
        var title = FaultTitles.Of(failed.Kind);
        return new OpenedPage(ErrorPage.Create(url.AbsoluteUri, title, failed.Message, clock.GetUtcNow()), null, FaultTitles.IsLasting(failed.Kind));
    }
}
