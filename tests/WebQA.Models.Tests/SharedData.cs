namespace WebQA.Models.Tests;

/// <summary>Reference data that lies beside the checkout; tests that need it are skipped where it is absent.</summary>
internal static class SharedData
{
    public static string Path(params string[] parts)
    {
        var root = Environment.GetEnvironmentVariable("WEBQA_SHARED") ?? System.IO.Path.Combine(RepositoryRoot(), "..", "shared");
        var path = System.IO.Path.GetFullPath(System.IO.Path.Combine([root, .. parts]));
        Assert.SkipUnless(System.IO.Path.Exists(path), $"'{path}' is absent; set WEBQA_SHARED to the folder of shared reference data.");
        return path;
    }

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "WebQA.sln")))
        {
            folder = folder.Parent;
        }
        return folder?.FullName ?? AppContext.BaseDirectory;
    }
}
