using WebQA.Core.Browsing;
using WebQA.TextBrowser.Pages;

namespace WebQA.TextBrowser.Environments;

/// <summary>What all environments of a process share.</summary>
/// <param name="Pdf">Reads PDF files.</param>
/// <param name="Archive">Keeps every page that is handed out.</param>
/// <param name="Embedder">Makes the vectors of passages and queries.</param>
/// <param name="Clock">Stamps pages and measures limits.</param>
public sealed record EnvironmentParts(IPdfTextExtractor Pdf, IPageArchive Archive, IEmbedder Embedder, TimeProvider Clock);
