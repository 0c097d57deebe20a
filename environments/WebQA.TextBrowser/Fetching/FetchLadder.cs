using WebQA.Core.Browsing;
using WebQA.TextBrowser.Pages;

namespace WebQA.TextBrowser.Fetching;

/// <summary>Opens a URL rung by rung: the bytes, then their static text.</summary>
/// <param name="fetcher">Gets the bytes.</param>
/// <param name="reader">Makes text of them.</param>
/// <param name="fetchLimit">Longest wait for the bytes.</param>
/// <param name="clock">Measures the limit and stamps error pages.</param>
public sealed class FetchLadder(IPageFetcher fetcher, IPageReader reader, TimeSpan fetchLimit, TimeProvider clock)
{
    /// <summary>Opens a URL; what goes wrong is an error page.</summary>
    public async Task<OpenedPage> OpenAsync(Uri url, CancellationToken cancellationToken = default)
    {
        return await FetchAsync(url, cancellationToken) switch
        {
            FetchOutcome.Fetched fetched => new OpenedPage(await reader.ReadAsync(fetched.Snapshot, view: null, cancellationToken), fetched.Snapshot, IsLasting: true),
            FetchOutcome.Failed failed => Error(url, failed),
            var other => throw new InvalidOperationException($"Unknown outcome {other.GetType().Name}."),
        };
    }

    private async Task<FetchOutcome> FetchAsync(Uri url, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(fetchLimit, clock);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            return await fetcher.FetchAsync(url, linked.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new FetchOutcome.Failed("timeout", $"The page did not come within {fetchLimit.TotalSeconds:0} seconds. Try it again, or go back and try another link.");
        }
    }

    private OpenedPage Error(Uri url, FetchOutcome.Failed failed)
    {
        var title = failed.Kind switch
        {
            "not_found" => "Page not found",
            "timeout" => "The page took too long",
            "too_large" => "The page is too large",
            _ => "The page cannot be read",
        };
        return new OpenedPage(ErrorPage.Create(url.AbsoluteUri, title, failed.Message, clock.GetUtcNow()), null, failed.Kind is not "timeout");
    }
}
