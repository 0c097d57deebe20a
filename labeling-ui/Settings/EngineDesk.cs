using WebQA.Storage.Engines;
using WebQA.TextBrowser.Environments;
using WebQA.TextBrowser.Search.Engines;

namespace WebQA.LabelingUi.Settings;

/// <summary>What the operator can see, change and try of search engines: what the page and the API share. Thread-safe.</summary>
/// <param name="store">Keeps what is entered.</param>
/// <param name="settings">What holds: entered, else of variables.</param>
/// <param name="browsing">Where environments lie.</param>
/// <param name="test">Asks an engine one question.</param>
/// <param name="requests">How many requests an engine had in this month.</param>
internal sealed class EngineDesk(
    IEngineStore store, IEngineSettings settings, TextBrowserOptions browsing, Func<string, CancellationToken, Task<EngineTestResult>> test, Func<string, long> requests)
{
    /// <summary>Every kind of engine.</summary>
    /// <exception cref="WebQA.Storage.StorageException">The database cannot be read.</exception>
    public IReadOnlyList<EngineCard> Cards() => [.. EngineProtocols.All.Select(Card)];

    /// <summary>One kind; null where there is none of that name.</summary>
    /// <exception cref="WebQA.Storage.StorageException">The database cannot be read.</exception>
    public EngineCard? Find(string engine) => EngineProtocols.All.FirstOrDefault(p => p.Name == engine) is { } protocol ? Card(protocol) : null;

    /// <summary>Changes what is set; on the disk when it returns.</summary>
    /// <param name="engine">The kind.</param>
    /// <param name="change">What to set.</param>
    /// <param name="by">Who; null without sign-in.</param>
    /// <exception cref="SettingRefusedException">A value cannot be used; the message says which and why.</exception>
    /// <exception cref="WebQA.Storage.StorageException">It could not be stored.</exception>
    public EngineCard Save(string engine, EngineChange change, string? by)
    {
        store.Save(engine, change, by);
        return Find(engine)!;
    }

    /// <summary>Asks it one question.</summary>
    public Task<EngineTestResult> TestAsync(string engine, CancellationToken cancellationToken) => test(engine, cancellationToken);

    private EngineCard Card(EngineProtocol protocol)
    {
        var kept = store.Find(protocol.Name);
        var (set, fault) = Effective(protocol.Name);
        return new EngineCard
        {
            Protocol = protocol,
            Endpoint = set.Endpoint ?? protocol.DefaultEndpoint(language: null),
            Contact = set.Contact,
            Key = kept?.Key switch
            {
                KeyState.Kept => KeySource.Kept,
                KeyState.Unreadable => KeySource.Unreadable,
                _ => set.Key is null ? KeySource.None : KeySource.Variable,
            },
            EnteredEndpoint = kept?.Endpoint?.OriginalString ?? string.Empty,
            EnteredContact = kept?.Contact ?? string.Empty,
            UpdatedAt = kept?.UpdatedAt,
            UpdatedBy = kept?.UpdatedBy,
            UsedBy = EnvironmentEngines.Using(browsing, protocol.Name),
            RequestsThisMonth = requests(protocol.Name),
            Fault = fault,
        };
    }

    private (EngineSettings Set, string? Fault) Effective(string engine)
    {
        try
        {
            return (settings.Find(engine), null);
        }
        catch (EngineFaultException e)
        {
            return (EngineSettings.None, e.Message);
        }
    }
}
