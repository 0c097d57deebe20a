using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace WebQA.Statistics.Tests;

/// <summary>Reference values computed by other implementations.</summary>
internal static class Vectors
{
    public static JsonDocument Read()
    {
        var path = Path.Combine(Shared(), "reference", "feedback-vectors.json");
        Assert.SkipUnless(File.Exists(path), $"There is no {path}; set WEBQA_SHARED to the folder of shared data.");
        return JsonDocument.Parse(File.ReadAllText(path));
    }

    public static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static string Shared([CallerFilePath] string here = "") =>
        Environment.GetEnvironmentVariable("WEBQA_SHARED") ?? Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "shared"));
}
