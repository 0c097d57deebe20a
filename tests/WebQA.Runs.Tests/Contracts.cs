using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Json.Schema;

namespace WebQA.Runs.Tests;

/// <summary>The schemas and golden files of <c>docs/contracts</c>.</summary>
internal static class Contracts
{
    private static readonly string Folder = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", "docs", "contracts"));

    /// <summary>The text of a schema.</summary>
    public static string Schema(string name) => File.ReadAllText(Path.Combine(Folder, name));

    /// <summary>Checks a document against a schema; a fault names its place.</summary>
    public static void Validate(string schema, string json)
    {
        var read = JsonSchema.FromText(Schema(schema), new BuildOptions { SchemaRegistry = new SchemaRegistry() });
        using var document = System.Text.Json.JsonDocument.Parse(json);
        var result = read.Evaluate(document.RootElement, new EvaluationOptions { OutputFormat = OutputFormat.List, RequireFormatValidation = true });
        var faults = (result.Details ?? []).Where(d => d.Errors is { Count: > 0 }).Select(d => $"{d.InstanceLocation}: {string.Join("; ", d.Errors!.Values)}");
        Assert.True(result.IsValid, string.Join('\n', faults));
    }

    /// <summary>Compares with a golden file, byte for byte. With <c>WEBQA_UPDATE_GOLDEN=1</c> the file is written instead, to be reviewed like code.</summary>
    public static void MatchGolden(string name, string actual)
    {
        var path = Path.Combine(Folder, "golden", name);
        if (Environment.GetEnvironmentVariable("WEBQA_UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(path, actual);
        }
        Assert.Equal(File.ReadAllText(path), actual);
    }

    /// <summary>The names of an object's properties at every depth, arrays passed through: what a schema must describe.</summary>
    public static IEnumerable<string> Paths(JsonNode? node, string prefix = "") => node switch
    {
        JsonObject record => record.SelectMany(p => Paths(p.Value, $"{prefix}/{p.Key}").Prepend($"{prefix}/{p.Key}")),
        JsonArray list => list.SelectMany(item => Paths(item, prefix)),
        _ => [],
    };

    private static string Here([CallerFilePath] string path = "") => path;
}
