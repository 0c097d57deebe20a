using WebQA.Core.Browsing;
using WebQA.Storage;
using WebQA.TextBrowser.Doctor;
using WebQA.TextBrowser.Environments;
using WebQA.TextBrowser.Pdf;
using WebQA.TextBrowser.Rendering;

namespace WebQA.Cli.Doctor;

/// <summary>Looks at each part that this machine must have. One part's fault never hides another's.</summary>
internal sealed class MachineCheck(DataFolder data, EnvironmentCatalog environments, TextBrowserOptions browsing, IServiceProvider services, ChromiumLocator chromium, EngineCheck engines)
{
    /// <summary>The findings, in the order in which the parts are needed.</summary>
    /// <param name="triesEngines">Whether search engines that are set up are asked one question.</param>
    /// <param name="cancellationToken">Ends the looking.</param>
    public async Task<IReadOnlyList<DoctorFinding>> ExamineAsync(bool triesEngines, CancellationToken cancellationToken) =>
    [
        new DoctorFinding(".NET", DoctorStatus.Ok, $"{Environment.Version} on {System.Runtime.InteropServices.RuntimeInformation.RuntimeIdentifier}"),
        DataFolderFinding(),
        .. EnvironmentFindings(),
        await EmbedderFindingAsync(cancellationToken),
        PdfReaderDoctor.Examine(browsing.Pdf),
        ChromiumDoctor.Examine(chromium, PlaywrightDriver.Find()),
        .. await engines.ExamineAsync(triesEngines, cancellationToken),
    ];

    private DoctorFinding DataFolderFinding()
    {
        const string Name = "Data folder";
        const long LowBytes = 500_000_000;
        try
        {
            data.Prepare();
            var free = data.FreeBytes();
            var detail = $"{data.Root}, {free / 1_000_000_000.0:0.0} GB free";
            return free < LowBytes
                ? new DoctorFinding(Name, DoctorStatus.Warning, $"{detail}; below 0.5 GB no new episode begins.", $"Free some space, or set {DataFolder.Variable} to a folder on another disk.")
                : new DoctorFinding(Name, DoctorStatus.Ok, detail);
        }
        catch (StorageException e)
        {
            return new DoctorFinding(Name, DoctorStatus.Missing, e.Message, $"Set {DataFolder.Variable} to a folder that this user may write.");
        }
    }

    private IEnumerable<DoctorFinding> EnvironmentFindings()
    {
        const string Name = "Environment";
        foreach (var environment in environments.Environments)
        {
            yield return new DoctorFinding(Name, DoctorStatus.Ok, $"{environment.Name}: {environment.Title}");
        }
        foreach (var fault in environments.Faults)
        {
            yield return new DoctorFinding(Name, DoctorStatus.Missing, string.Join(' ', fault.Faults), $"Mend {fault.File}.");
        }
        if (environments.Environments.Count + environments.Faults.Count == 0)
        {
            yield return new DoctorFinding(Name, DoctorStatus.Missing, "None is installed, so nothing can be asked.", "Build the program again; the bundled mini web is laid beside it.");
        }
    }

    private async Task<DoctorFinding> EmbedderFindingAsync(CancellationToken cancellationToken)
    {
        const string Name = "Embedder";
        try
        {
            var embedder = (IEmbedder)services.GetService(typeof(IEmbedder))!;
            await embedder.EmbedAsync(["Is the model there?"], cancellationToken);
            return new DoctorFinding(Name, DoctorStatus.Ok, $"{embedder.Name}, {embedder.Dimensions} dimensions");
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return new DoctorFinding(Name, DoctorStatus.Missing, e.Message, "Build the program again; the model is laid beside it.");
        }
    }
}
