using System.Runtime.CompilerServices;
using System.Text.Json;
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

    /// <summary>The sentences of a page that state the claims of the mini web's questions; skips the test where the shared data is absent.</summary>
    /// <param name="url">The page.</param>
    public static IReadOnlyList<string> EvidenceOf(string url)
    {
        var evidence = new List<string>();
        foreach (var line in System.IO.File.ReadLines(File("questions.jsonl")))
        {
            using var question = JsonDocument.Parse(line);
            foreach (var claim in question.RootElement.GetProperty("claims").EnumerateArray())
            {
                var places = claim.TryGetProperty("also", out var also) ? also.EnumerateArray().Append(claim) : [claim];
                evidence.AddRange(places.Where(place => place.GetProperty("url").GetString() == url).Select(place => place.GetProperty("evidence").GetString()!));
            }
        }
        return evidence;
    }

    private static string RepositoryRoot([CallerFilePath] string thisFile = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(thisFile)!, "..", ".."));
}
