using Microsoft.Extensions.Logging.Abstractions;
using WebQA.Core.Browsing;
using WebQA.TextBrowser.Environments;
using WebQA.TextBrowser.Fetching;
using WebQA.TextBrowser.Fetching.Guard;
using WebQA.TextBrowser.Pages;
using WebQA.TextBrowser.Rendering;
using WebQA.TextBrowser.Tests.Search.Engines;

namespace WebQA.TextBrowser.Tests.Environments;

/// <summary>A temporary folder of environments with a catalogue over it, and the parts that the catalogue is given.</summary>
internal sealed class TestWeb : IAsyncDisposable, IPdfTextExtractor
{
    public const string Definition = """
        { "version": 1, "name": "NAME", "title": "A test web", "engines": ["local"], "pages": "web", "blockedDomains": ["blocked.example"] }
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("webqa-environments-");
    private readonly List<EnvironmentCatalog> _catalogs = [];

    private readonly IHostResolver? _resolver;
    private readonly IDialler? _dialler;

    /// <param name="resolver">Finds the addresses of sites and engines; null for the operating system's.</param>
    /// <param name="dialler">Opens connections to them; null for TCP.</param>
    public TestWeb(IHostResolver? resolver = null, IDialler? dialler = null)
    {
        (_resolver, _dialler) = (resolver, dialler);
        Engines = new TestEngines(resolver, dialler);
    }

    public MemoryArchive Archive { get; } = new();

    public ScriptedRenderer Renderer { get; } = new();

    public IEmbedder Embedder { get; set; } = new LetterEmbedder();

    public TestEngines Engines { get; }

    /// <summary>Where pages are looked for that their sites no longer show.</summary>
    public WebArchive WebArchive { get; init; } = WebArchive.Wayback;

    public string Folder => Path.Combine(_folder.FullName, "environments");

    public string DataFolder => Path.Combine(_folder.FullName, "data");

    /// <summary>Adds an environment with its pages; a place is <c>host/path.html</c>.</summary>
    public TestWeb Add(string name, string? definition, params (string Place, string Content)[] pages)
    {
        Directory.CreateDirectory(Path.Combine(Folder, name, "web"));
        File.WriteAllText(Path.Combine(Folder, name, "environment.json"), definition ?? Definition.Replace("NAME", name, StringComparison.Ordinal));
        foreach (var (place, content) in pages)
        {
            var file = Path.Combine(Folder, name, "web", place);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, content);
        }
        return this;
    }

    /// <summary>A catalogue as a new process would have it.</summary>
    /// <param name="rendererFor">A real browser; null for <see cref="Renderer"/>.</param>
    public EnvironmentCatalog Open(Func<bool, IPageRenderer>? rendererFor = null)
    {
        var catalog = new EnvironmentCatalog(
            new TextBrowserOptions { DataFolder = DataFolder, EnvironmentFolders = [Folder] },
            new EnvironmentParts(this, rendererFor ?? (_ => Renderer), Archive, Embedder, TimeProvider.System) { Engines = Engines.Factory, Resolver = _resolver, Dialler = _dialler, WebArchive = WebArchive },
            NullLoggerFactory.Instance);
        _catalogs.Add(catalog);
        return catalog;
    }

    public static string Html(string title, string body) => $"<!DOCTYPE html><html lang=en><title>{title}</title><body><main><h1>{title}</h1>{body}</main></body></html>";

    public Task<PdfText> ExtractAsync(ReadOnlyMemory<byte> pdf, CancellationToken cancellationToken = default) =>
        Task.FromResult<PdfText>(new PdfText.Extracted("A document", [System.Text.Encoding.UTF8.GetString(pdf.Span)]));

    public async ValueTask DisposeAsync()
    {
        foreach (var catalog in _catalogs)
        {
            await catalog.DisposeAsync();
        }
        Engines.Dispose();
        _folder.Delete(recursive: true);
    }
}
