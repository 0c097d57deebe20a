using WebQA.TextBrowser.Environments;
using WebQA.TextBrowser.Environments.Creation;
using WebQA.TextBrowser.Fetching;

namespace WebQA.TextBrowser.Tests.Environments.Creation;

/// <summary>A temporary data folder in which environments are made.</summary>
internal sealed class MakingFolder : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("webqa-making-");

    public string Root => _root.FullName;

    public string Environments => Path.Combine(Root, "data", "environments");

    public TextBrowserOptions Options => new() { DataFolder = Path.Combine(Root, "data"), EnvironmentFolders = [Path.Combine(Root, "shipped"), Environments] };

    public Task<CreationReport> MakeAsync(IPageSource source, CreationMode mode = CreationMode.New, string name = "made", int maxPages = 1_000, CancellationToken? stopping = null) =>
        new EnvironmentCreator(Options).CreateAsync(
            new CreationRequest(name, Environments) { Mode = mode, MaxPages = maxPages }, source, null, stopping ?? TestContext.Current.CancellationToken);

    public FolderPages Pages(string name = "made") => FolderPages.List(EnvironmentDefinitionReader.Read(Path.Combine(Environments, name)).PagesFolder!);

    /// <summary>Writes a file below the root.</summary>
    public string Write(string place, string content)
    {
        var file = Path.Combine(Root, place);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, content);
        return file;
    }

    public void Dispose() => _root.Delete(recursive: true);
}
