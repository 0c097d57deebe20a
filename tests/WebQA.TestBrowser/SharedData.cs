using System.Runtime.CompilerServices;
using System.Text.Json;
using Xunit;

namespace WebQA.TestBrowser;

/// <summary>Files that tests read: the bundled mini web, and the shared data where it is present.</summary>
public static class SharedData
{
    /// <summary>The folder of the shared data: <c>WEBQA_SHARED</c>, else <c>../shared</c> seen from the repository root.</summary>
    public static string Folder { get; } =
        Environment.GetEnvironmentVariable("WEBQA_SHARED") is { Length: > 0 } configured ? configured : Path.GetFullPath(Path.Combine(RepositoryRoot(), "..", "shared"));

    /// <summary>A file of the bundled mini web.</summary>
    /// <param name="relativePath">For example <c>questions.jsonl</c>.</param>
    public static string OfMiniWeb(string relativePath) => Path.Combine(RepositoryRoot(), "environments", "mini-web", relativePath);

    /// <summary>A file of the shared data; skips the test where it is absent.</summary>
    /// <param name="relativePath">For example <c>reference/hostile/pdf.json</c>.</param>
    public static string File(string relativePath)
    {
        var path = Path.Combine(Folder, relativePath);
        Assert.SkipUnless(System.IO.File.Exists(path), $"The shared data is not at '{Folder}'. Set WEBQA_SHARED to its folder.");
        return path;
    }

    /// <summary>The sentences of a page that state the claims of the mini web's questions.</summary>
    /// <param name="url">The page.</param>
    public static IReadOnlyList<string> EvidenceOf(string url)
    {
        var evidence = new List<string>();
        foreach (var line in System.IO.File.ReadLines(OfMiniWeb("questions.jsonl")))
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
