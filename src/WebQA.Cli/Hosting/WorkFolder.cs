namespace WebQA.Cli.Hosting;

/// <summary>A folder for what a command leaves between two runs: the one that was named, which is kept, or a temporary one, which is not.</summary>
internal sealed class WorkFolder : IDisposable
{
    private readonly DirectoryInfo? _temporary;

    public WorkFolder(string? named, string prefix)
    {
        _temporary = named is null ? Directory.CreateTempSubdirectory(prefix) : null;
        Path = named ?? _temporary!.FullName;
    }

    public string Path { get; }

    public void Dispose() => _temporary?.Delete(recursive: true);
}
