using WebQA.Core.Browsing;

namespace WebQA.TextBrowser.Rendering;

/// <summary>Reads pages that build their text by scripts. Thread-safe.</summary>
public interface IPageRenderer
{
    /// <summary>Whether pages can be rendered on this machine. Looks at files only.</summary>
    bool IsAvailable { get; }

    /// <summary>Why not, and what to do; null where pages can be rendered.</summary>
    string? WhyNot { get; }

    /// <summary>Renders a page and serialises what its scripts made of it; only cancellation throws.</summary>
    /// <param name="url">The page.</param>
    /// <param name="fetcher">Gives the page itself and everything it asks for; what it does not give does not exist. It must not render.</param>
    /// <param name="cancellationToken">Stops the rendering.</param>
    Task<FetchOutcome> RenderAsync(Uri url, IPageFetcher fetcher, CancellationToken cancellationToken = default);
}
