using System.Text.Json.Serialization;

namespace WebQA.Models.Training;

/// <summary>The content of <c>pairs.json</c>.</summary>
internal sealed record PairDatasetDescription(string Schema, string FeatureVersion, IReadOnlyList<string> Features, int Count, string Sha256);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true, WriteIndented = true)]
[JsonSerializable(typeof(PairDatasetDescription))]
internal sealed partial class PairDatasetJson : JsonSerializerContext;
