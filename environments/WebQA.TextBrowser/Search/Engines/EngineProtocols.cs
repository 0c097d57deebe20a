using WebQA.TextBrowser.Search.Engines.Protocols;

namespace WebQA.TextBrowser.Search.Engines;

/// <summary>The engines that can be asked over HTTP, by name.</summary>
public static class EngineProtocols
{
    /// <summary>All, those without a key first.</summary>
    public static IReadOnlyList<EngineProtocol> All { get; } =
    [
        new MediaWikiProtocol(), new SearxngProtocol(), new KiwixProtocol(), new BraveProtocol(), new TavilyProtocol(), new ExaProtocol(), new SerperProtocol(), new CustomProtocol(),
    ];

    /// <summary>The engine of a name.</summary>
    /// <exception cref="ArgumentException">There is none; the message lists those there are.</exception>
    public static EngineProtocol Get(string name) => All.FirstOrDefault(p => p.Name == name)
        ?? throw new ArgumentException($"There is no search engine '{name}'. There is: {string.Join(", ", All.Select(static p => p.Name))}.", nameof(name));
}
