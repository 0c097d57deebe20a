using System.Text.Json.Serialization;

namespace WebQA.Models.ModelFolders;

/// <summary>What a model folder says about itself: the content of its <c>model.json</c>. Unknown keys are refused.</summary>
public sealed record ModelManifest
{
    /// <summary>The one schema that is read.</summary>
    public const string CurrentSchema = "webqa.model/1";

    /// <summary>Version of the manifest's own form: <see cref="CurrentSchema"/>.</summary>
    public required string Schema { get; init; }

    /// <summary>What the model does, for example <c>embedder</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The model's name, as stored with what it made.</summary>
    public required string Name { get; init; }

    /// <summary>Version of the model.</summary>
    public required string Version { get; init; }

    /// <summary>Names of the ONNX graph's inputs.</summary>
    public required IReadOnlyList<string> Inputs { get; init; }

    /// <summary>Name of the graph's output that is used.</summary>
    public required string Output { get; init; }

    /// <summary>Numbers a row of the output: the length of a vector, the networks of an ensemble, or the classes.</summary>
    public required int Dimensions { get; init; }

    /// <summary>Most tokens of a text, special tokens included; what follows is cut. 0 where texts are not cut.</summary>
    public required int MaxTokens { get; init; }

    /// <summary>The files that make the model, each with its size and hash.</summary>
    public required IReadOnlyList<ModelFile> Files { get; init; }

    /// <summary>Where the weights come from: name, version and hash.</summary>
    public required string Source { get; init; }

    /// <summary>SPDX name of the licence.</summary>
    public required string License { get; init; }

    /// <summary>The command that made the model's files.</summary>
    public required string MadeBy { get; init; }

    /// <summary>Version of the features' definitions; null where the model reads tokens. Data of another version is refused.</summary>
    public string? Features { get; init; }

    /// <summary>The data it was fitted to, by name and hash.</summary>
    public IReadOnlyList<ModelData> Data { get; init; } = [];

    /// <summary>Figures on data that the model was not fitted to, by name.</summary>
    public IReadOnlyDictionary<string, double> Metrics { get; init; } = new Dictionary<string, double>(StringComparer.Ordinal);
}

/// <summary>A file of a model folder.</summary>
/// <param name="Path">Relative to the folder.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">Lower-case hex.</param>
public sealed record ModelFile(string Path, long Bytes, string Sha256);

/// <summary>Data that a model was fitted to.</summary>
/// <param name="Name">Of the file.</param>
/// <param name="Records">Of it that were used.</param>
/// <param name="Sha256">Of the file's bytes, lower-case hex.</param>
public sealed record ModelData(string Name, int Records, string Sha256);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    WriteIndented = true)]
[JsonSerializable(typeof(ModelManifest))]
internal sealed partial class ModelManifestJson : JsonSerializerContext;
