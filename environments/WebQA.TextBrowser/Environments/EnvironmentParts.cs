using WebQA.Core.Browsing;
using WebQA.TextBrowser.Fetching;
using WebQA.TextBrowser.Fetching.Guard;
using WebQA.TextBrowser.Pages;
using WebQA.TextBrowser.Rendering;
using WebQA.TextBrowser.Search.Engines;

namespace WebQA.TextBrowser.Environments;

/// <summary>What all environments of a process share.</summary>
/// <param name="Pdf">Reads PDF files.</param>
/// <param name="RendererFor">Runs the scripts of pages; told whether the environment's pages may be rendered without a sandbox.</param>
/// <param name="Archive">Keeps every page that is handed out.</param>
/// <param name="Embedder">Makes the vectors of passages and queries.</param>
/// <param name="Clock">Stamps pages and measures limits.</param>
public sealed record EnvironmentParts(
    IPdfTextExtractor Pdf, Func<bool, IPageRenderer> RendererFor, IPageArchive Archive, IEmbedder Embedder, TimeProvider Clock)
{
    /// <summary>Makes the search engines that are asked over HTTP.</summary>
    public required EngineFactory Engines { get; init; }

    /// <summary>Finds the addresses of sites; null for the operating system's.</summary>
    public IHostResolver? Resolver { get; init; }

    /// <summary>Where pages are looked for that their sites no longer show, by environments that do so.</summary>
    public WebArchive WebArchive { get; init; } = WebArchive.Wayback;

    /// <summary>Opens connections to them; null for TCP.</summary>
    public IDialler? Dialler { get; init; }
}
