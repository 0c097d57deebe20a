using WebQA.Core.Browsing;

namespace WebQA.TextBrowser.Rendering;

/// <summary>Shows pages as they were fetched. For copies of sites, whose scripts were not copied: running what is left of them could only take text away.</summary>
public sealed class StaticRenderer : IPageRenderer
{
    /// <inheritdoc/>
    public bool IsAvailable => true;

    /// <inheritdoc/>
    public string? WhyNot => null;

    /// <inheritdoc/>
    public Task<FetchOutcome> RenderAsync(Uri url, IPageFetcher fetcher, CancellationToken cancellationToken = default) => fetcher.FetchAsync(url, cancellationToken);
}
