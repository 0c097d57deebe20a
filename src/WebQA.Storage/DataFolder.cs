namespace WebQA.Storage;

/// <summary>Where everything is kept: <c>webqa.db pages/ index/ models/ keys/</c>.</summary>
public sealed class DataFolder
{
    /// <summary>The environment variable that names the folder.</summary>
    public const string Variable = "WEBQA_DATA";

    /// <summary>A data folder; nothing is made yet.</summary>
    /// <param name="path">Absolute, or relative to the working directory.</param>
    public DataFolder(string path) => Root = Path.GetFullPath(path);

    /// <summary>The folder itself.</summary>
    public string Root { get; }

    /// <summary>The database file.</summary>
    public string DatabaseFile => Path.Combine(Root, "webqa.db");

    /// <summary>The page archive.</summary>
    public string Pages => Path.Combine(Root, "pages");

    /// <summary>Search indexes and vectors; may be deleted, they are built again.</summary>
    public string Index => Path.Combine(Root, "index");

    /// <summary>Models that people added or trained.</summary>
    public string Models => Path.Combine(Root, "models");

    /// <summary>Keys that protect cookies and the secrets of the database. Their files are readable by this user alone; a backup that takes them along takes the secrets.</summary>
    public string Keys => Path.Combine(Root, "keys");

    /// <summary>The folder that <see cref="Variable"/> names, or else <c>webqa</c> in the user's data folder.</summary>
    /// <exception cref="StorageException">The user has no data folder.</exception>
    public static DataFolder FromEnvironment()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
        {
            return new DataFolder(named);
        }
        var local = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return local.Length > 0
            ? new DataFolder(Path.Combine(local, "webqa"))
            : throw new StorageException($"This user has no data folder. Set {Variable} to a folder where WebQA may keep its data.");
    }

    /// <summary>Makes the folder where it is missing and checks that it can be written.</summary>
    /// <exception cref="StorageException">It cannot; the message says what to do.</exception>
    public void Prepare()
    {
        try
        {
            foreach (var folder in (ReadOnlySpan<string>)[Root, Pages, Index, Models, Keys])
            {
                Directory.CreateDirectory(folder);
            }
            var probe = Path.Combine(Root, $".write-{Guid.NewGuid():N}");
            File.WriteAllBytes(probe, []);
            File.Delete(probe);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new StorageException(
                $"The data folder {Root} cannot be written: {fault.Message} Give this user the right to write there, or set {Variable} to another folder.", fault);
        }
    }

    /// <summary>Free bytes of the disk that holds the folder.</summary>
    public long FreeBytes() => new DriveInfo(Root).AvailableFreeSpace;
}
