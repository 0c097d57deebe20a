using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging.Abstractions;
using WebQA.Models.Embeddings;
using WebQA.TextBrowser.Environments;
using WebQA.TextBrowser.Pdf;
using WebQA.TextBrowser.Rendering;
using WebQA.TextBrowser.Tests.Environments;
using WebQA.TextBrowser.Tests.Search.Engines;

namespace WebQA.TextBrowser.Tests.Search;

/// <summary>The bundled mini web with the real embedder and PDF reader, and with Chromium where it is installed, in an empty data folder.</summary>
public sealed class MiniWebFixture : IAsyncLifetime
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("webqa-mini-web-");
    private readonly OnnxEmbedder _embedder = new();
    private readonly PdfTextExtractor _pdf = new(new PdfReaderOptions { Timeout = TimeSpan.FromSeconds(45) });
    private readonly ChromiumHost _chromium = new(new ChromiumOptions());

    private readonly TestEngines _engines = new();

    public EnvironmentCatalog Catalog { get; private set; } = null!;

    public WebEnvironment MiniWeb => Catalog.GetWeb("mini-web");

    internal CountedEmbedder Counted { get; private set; } = null!;

    public ValueTask InitializeAsync()
    {
        Counted = new CountedEmbedder(_embedder);
        Catalog = new EnvironmentCatalog(
            new TextBrowserOptions { DataFolder = _data.FullName },
            new EnvironmentParts(_pdf, unsandboxed => new PageRenderer(_chromium, unsandboxed), new MemoryArchive(), Counted, TimeProvider.System) { Engines = _engines.Factory },
            NullLoggerFactory.Instance);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await Catalog.DisposeAsync();
        await _chromium.DisposeAsync();
        _pdf.Dispose();
        _embedder.Dispose();
        _engines.Dispose();
        _data.Delete(recursive: true);
    }

    /// <summary>The vectors in the source tree, which are written anew with <c>WEBQA_UPDATE_GOLDEN=1</c> on a machine with Chromium.</summary>
    public static string VectorsInSource([CallerFilePath] string thisFile = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(thisFile)!, "..", "..", "..", "environments", "mini-web", "passages.vectors"));
}
