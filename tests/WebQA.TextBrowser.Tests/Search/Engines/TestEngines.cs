using Microsoft.Extensions.Logging.Abstractions;
using WebQA.TextBrowser.Fetching.Guard;
using WebQA.TextBrowser.Search.Engines;
using WebQA.TextBrowser.Search.Engines.Keeping;

namespace WebQA.TextBrowser.Tests.Search.Engines;

/// <summary>The engines of a process whose operator has entered what a test says, with a ledger in a folder of its own.</summary>
internal sealed class TestEngines : IEngineSettings, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("webqa-engines-");
    private readonly EngineClients _clients;

    /// <param name="resolver">Finds addresses; null for the operating system's.</param>
    /// <param name="dialler">Opens connections; null for TCP.</param>
    public TestEngines(IHostResolver? resolver = null, IDialler? dialler = null)
    {
        _clients = new EngineClients(resolver, dialler);
        Ledger = new EngineLedger(Path.Combine(_folder.FullName, "engines.db"), TimeProvider.System, NullLogger<EngineLedger>.Instance);
        Factory = new EngineFactory(this, _clients, Ledger, TimeProvider.System);
    }

    public Dictionary<string, EngineSettings> Settings { get; } = new(StringComparer.Ordinal);

    public EngineLedger Ledger { get; }

    public EngineFactory Factory { get; }

    public EngineSettings Find(string engine) => Settings.GetValueOrDefault(engine, EngineSettings.None);

    public void Dispose()
    {
        _clients.Dispose();
        _folder.Delete(recursive: true);
    }
}
