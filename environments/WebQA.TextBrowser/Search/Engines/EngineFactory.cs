using WebQA.Core.Browsing;
using WebQA.TextBrowser.Environments;
using WebQA.TextBrowser.Search.Engines.Keeping;
using WebQA.TextBrowser.Search.Engines.Pacing;

namespace WebQA.TextBrowser.Search.Engines;

/// <summary>Makes the engines that environments name: asked at their pace, counted, their results kept for a day. One for a process, so that environments share paces and connections.</summary>
/// <param name="settings">What the operator says; read at each search.</param>
/// <param name="clients">Send the requests.</param>
/// <param name="ledger">Keeps results and counts.</param>
/// <param name="clock">Measures paces and deadlines.</param>
public sealed class EngineFactory(IEngineSettings settings, EngineClients clients, EngineLedger ledger, TimeProvider clock)
{
    private readonly EnginePaces _paces = new(clock);

    /// <summary>The operator's settings.</summary>
    public IEngineSettings Settings => settings;

    /// <summary>An engine as an environment names it.</summary>
    /// <param name="entry">Any but <c>local</c>.</param>
    /// <param name="privateOrigins">Those that the environment lists.</param>
    public ISearchEngine Create(EngineEntry entry, IReadOnlyList<string> privateOrigins)
    {
        var protocol = EngineProtocols.Get(entry.Engine);
        var bare = CreateBare(entry, privateOrigins, settings);
        var paced = new PacedEngine(bare, protocol.Title, () => PerMinute(protocol, entry), _paces.Of(entry.Engine, entry.Endpoint), clock);
        return new CachedEngine(new LooserEngine(paced, protocol), () => $"{entry.Endpoint ?? settings.Find(entry.Engine).Endpoint}\n{entry.Language}", ledger);
    }

    /// <summary>The same, asked at once and each time; its requests are counted.</summary>
    public ISearchEngine CreateBare(EngineEntry entry, IReadOnlyList<string> privateOrigins, IEngineSettings with) => new MeteredEngine(
        new HttpSearchEngine(
            EngineProtocols.Get(entry.Engine), new EngineOptions { Endpoint = entry.Endpoint, Language = entry.Language, PrivateOrigins = privateOrigins }, with, clients, clock),
        ledger);

    private int PerMinute(EngineProtocol protocol, EngineEntry entry)
    {
        var capabilities = protocol.Capabilities;
        var allowed = capabilities.RequestsPerMinuteWithoutContact is { } few && settings.Find(protocol.Name).Contact is null ? few : capabilities.RequestsPerMinute;
        return entry.RequestsPerMinute ?? allowed;
    }
}
