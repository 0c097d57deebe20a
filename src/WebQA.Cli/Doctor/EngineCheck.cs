using WebQA.Storage;
using WebQA.Storage.Engines;
using WebQA.TextBrowser.Doctor;
using WebQA.TextBrowser.Search.Engines;

namespace WebQA.Cli.Doctor;

/// <summary>Looks at each kind of search engine: whether it has what it needs, and where asked for, whether it answers. Never shows a key.</summary>
internal sealed class EngineCheck(IEngineStore store, IEngineSettings settings, EngineTest test)
{
    private const string Name = "Search engine";

    /// <summary>The findings, one an engine.</summary>
    /// <param name="tries">Whether those that are set up are asked one question.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    public async Task<IReadOnlyList<DoctorFinding>> ExamineAsync(bool tries, CancellationToken cancellationToken) =>
        await Task.WhenAll(EngineProtocols.All.Select(protocol => ExamineAsync(protocol, tries, cancellationToken)));

    private async Task<DoctorFinding> ExamineAsync(EngineProtocol protocol, bool tries, CancellationToken cancellationToken)
    {
        try
        {
            var kept = store.Find(protocol.Name)?.Key ?? KeyState.None;
            if (kept == KeyState.Unreadable)
            {
                return Missing(protocol, $"{protocol.Title} has a key that cannot be read, since what it was encrypted with is gone: the folder keys in {DataFolder.Variable} was lost or replaced.", "Enter the key again in the settings.");
            }
            var set = settings.Find(protocol.Name);
            // An engine that lacks something is not asked: the test says what it lacks.
            var isSetUp = (set.Endpoint ?? protocol.DefaultEndpoint(language: null)) is not null && (set.Key is not null || !protocol.Capabilities.NeedsKey);
            if (isSetUp && !tries)
            {
                return new DoctorFinding(Name, DoctorStatus.Ok, $"{Title(protocol)}: {Key(protocol, kept, set)}");
            }
            var result = await test.RunAsync(protocol.Name, settings, cancellationToken);
            return result switch
            {
                { IsWorking: true } => new DoctorFinding(
                    Name, DoctorStatus.Ok, $"{Title(protocol)}: {Key(protocol, kept, set)}, {result.Count} result{(result.Count == 1 ? string.Empty : "s")} in {Math.Ceiling(result.Time.TotalMilliseconds):N0} ms"),
                { Fault: EngineFault.NotConfigured } when !isSetUp => new DoctorFinding(Name, DoctorStatus.Off, $"{Title(protocol)}: {result.What}", result.Remedy),
                _ => Missing(protocol, result.What!, result.Remedy!),
            };
        }
        catch (EngineFaultException e)
        {
            return Missing(protocol, e.What, e.Remedy);
        }
        catch (StorageException e)
        {
            return Missing(protocol, e.Message, null);
        }
    }

    private static DoctorFinding Missing(EngineProtocol protocol, string what, string? remedy) => new(Name, DoctorStatus.Missing, $"{Title(protocol)}: {what}", remedy);

    private static string Title(EngineProtocol protocol) => $"{protocol.Title} ({protocol.Name})";

    private static string Key(EngineProtocol protocol, KeyState kept, EngineSettings set) => kept == KeyState.Kept ? "a key is kept"
        : set.Key is not null ? $"key from the variable {EnvironmentVariableEngineSettings.NameOf(protocol.Name, "KEY")}"
        : "no key";
}
