namespace WebQA.Cli.Tests;

/// <summary>The checkout that the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>The shared data beside the checkout, or where <c>WEBQA_SHARED</c> says.</summary>
    public static string Shared { get; } =
        Environment.GetEnvironmentVariable("WEBQA_SHARED") is { Length: > 0 } set ? set : Path.GetFullPath(Path.Combine(Root, "..", "shared"));

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
