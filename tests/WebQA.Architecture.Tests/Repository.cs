namespace WebQA.Architecture.Tests;

/// <summary>The tree that these tests read: every file that a clone would hold, build outputs aside.</summary>
internal static class Repository
{
    private static readonly HashSet<string> Outputs = new(StringComparer.Ordinal)
    {
        ".git", ".vs", ".idea", "artifacts", "bin", "obj", "TestResults", "node_modules",
    };

    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Paths seen from the root, with forward slashes, sorted.</summary>
    public static IReadOnlyList<string> Files { get; } =
        [.. Walk(new DirectoryInfo(Root)).Select(f => Path.GetRelativePath(Root, f).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    public static string PathOf(string file) => Path.Combine(Root, file);

    private static IEnumerable<string> Walk(DirectoryInfo folder)
    {
        foreach (var entry in folder.EnumerateFileSystemInfos())
        {
            if (entry.LinkTarget is not null || Outputs.Contains(entry.Name))
            {
                continue;
            }
            if (entry is DirectoryInfo inner)
            {
                foreach (var file in Walk(inner))
                {
                    yield return file;
                }
            }
            else
            {
                yield return entry.FullName;
            }
        }
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "WebQA.sln")))
            {
                return folder.FullName;
            }
        }
        throw new InvalidOperationException($"No folder above '{AppContext.BaseDirectory}' holds WebQA.sln; run the tests from a checkout.");
    }
}
