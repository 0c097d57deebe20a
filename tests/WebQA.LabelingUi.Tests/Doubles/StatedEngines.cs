using WebQA.LabelingUi.Settings;
using WebQA.TextBrowser.Environments;
using WebQA.TextBrowser.Search.Engines;

namespace WebQA.LabelingUi.Tests.Doubles;

/// <summary>The settings page's engines with everything around them stated: what is kept, what variables hold, what a test finds.</summary>
internal sealed class StatedEngines
{
    public StatedEngines(TimeProvider clock)
    {
        Store = new MemoryEngineStore(clock);
        var settings = new LayeredEngineSettings(
            engine => Store.Find(engine) is { } kept ? new EngineSettings { Endpoint = kept.Endpoint, Contact = kept.Contact, Key = Store.ReadKey(engine) } : null,
            new EnvironmentVariableEngineSettings(Variables.GetValueOrDefault));
        var nowhere = new TextBrowserOptions { DataFolder = Path.GetTempPath(), EnvironmentFolders = [] };
        Desk = new EngineDesk(Store, settings, nowhere, (_, cancellationToken) => Answer.Task.WaitAsync(cancellationToken), engine => Requests.GetValueOrDefault(engine));
    }

    public EngineDesk Desk { get; }

    public MemoryEngineStore Store { get; }

    public Dictionary<string, string> Variables { get; } = new(StringComparer.Ordinal);

    /// <summary>Requests of this month by the engine's name.</summary>
    public Dictionary<string, long> Requests { get; } = new(StringComparer.Ordinal);

    /// <summary>What a test waits for.</summary>
    public TaskCompletionSource<EngineTestResult> Answer { get; } = new();
}
