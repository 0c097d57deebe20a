using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace WebQA.Trainer.Tests;

/// <summary>Reference values computed by other implementations.</summary>
internal static class Vectors
{
    public static JsonElement Losses(string name)
    {
        var path = Path.Combine(Shared(), "reference", "feedback-vectors.json");
        Assert.SkipUnless(File.Exists(path), $"There is no {path}; set WEBQA_SHARED to the folder of shared data.");
        using var document = JsonDocument.Parse(File.ReadAllText(path));
        return document.RootElement.GetProperty("rm_losses").GetProperty(name).Clone();
    }

    public static double[] List(string name) => [.. Losses(name).EnumerateArray().Select(v => v.GetDouble())];

    public static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static string Shared([CallerFilePath] string here = "") =>
        Environment.GetEnvironmentVariable("WEBQA_SHARED") ?? Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "shared"));
}
