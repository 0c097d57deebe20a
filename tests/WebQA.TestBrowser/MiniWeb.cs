using System.Runtime.CompilerServices;
using Xunit;

namespace WebQA.TestBrowser;

/// <summary>Files of the shared data that tests read where they are present.</summary>
public static class MiniWeb
{
    /// <summary>The folder of the shared data: <c>WEBQA_SHARED</c>, else <c>../shared</c> seen from the repository root.</summary>
    public static string SharedFolder { get; } =
        Environment.GetEnvironmentVariable("WEBQA_SHARED") is { Length: > 0 } configured ? configured : Path.GetFullPath(Path.Combine(RepositoryRoot(), "..", "shared"));

    /// <summary>A file of the mini web; skips the test where the shared data is absent.</summary>
    /// <param name="relativePath">For example <c>questions.jsonl</c>.</param>
    public static string File(string relativePath) => Shared(Path.Combine("mini-web", relativePath));

    /// <summary>A file of the shared data; skips the test where it is absent.</summary>
    /// <param name="relativePath">For example <c>reference/hostile/pdf.json</c>.</param>
    public static string Shared(string relativePath)
    {
        var path = Path.Combine(SharedFolder, relativePath);
        Assert.SkipUnless(System.IO.File.Exists(path), $"The shared data is not at '{SharedFolder}'. Set WEBQA_SHARED to its folder.");
        return path;
    }

    private static string RepositoryRoot([CallerFilePath] string thisFile = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(thisFile)!, "..", ".."));
}
