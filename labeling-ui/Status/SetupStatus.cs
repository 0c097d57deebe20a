using WebQA.LabelingUi.Resources;
using WebQA.TextBrowser.Doctor;
using WebQA.TextBrowser.Environments;
using WebQA.TextBrowser.Rendering;
using WebQA.TextBrowser.Search;

namespace WebQA.LabelingUi.Status;

/// <summary>Looks at the environments' indexes, at broken environment folders, and at the browser.</summary>
internal sealed class SetupStatus(EnvironmentCatalog environments, ChromiumLocator chromium) : ISetupStatus
{
    private readonly Lazy<DoctorFinding> _browser = new(() => ChromiumDoctor.Examine(chromium, PlaywrightDriver.Find()));

    public IReadOnlyList<SetupPart> Parts =>
    [
        .. environments.Environments.Select(e => Index(e.Title, environments.GetWeb(e.Name).SearchStatus)),
        .. environments.Faults.Select(f => new SetupPart("environment", SetupState.Missing, f.Message)),
        .. Browser(),
    ];

    private static SetupPart Index(string title, IndexStatus status) => status.State switch
    {
        IndexState.Ready => new("index", SetupState.Ready, Say.With(Strings.IndexReady, title)),
        IndexState.MakingVectors => new("index", SetupState.Improving, Say.With(Strings.IndexImproving, title, status.Done, status.Total)),
        IndexState.Failed => new("index", SetupState.Missing, Say.With(Strings.IndexFailed, title, status.Message)),
        _ => new("index", SetupState.Working, Say.With(Strings.IndexBuilding, title, status.Done, status.Total)),
    };

    /// <summary>Only where it is missing: a browser that is there needs no words.</summary>
    private IEnumerable<SetupPart> Browser() => _browser.Value is { Status: DoctorStatus.Missing } missing
        ? [new SetupPart("browser", SetupState.Missing, $"{missing.Name}: {missing.Detail}", missing.Remedy)]
        : [];
}
