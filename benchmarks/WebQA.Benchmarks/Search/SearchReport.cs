using System.Text.Json;
using System.Text.Json.Serialization;

namespace WebQA.Benchmarks.Search;

/// <summary>The figures of a run.</summary>
/// <param name="RealPassages">Different passages of the folder; what goes beyond is mixed from their sentences.</param>
/// <param name="Queries">Queries timed, of any-word form, without stop words.</param>
/// <param name="WordsPerQuery">Their mean words.</param>
/// <param name="Sizes">Figures by number of passages.</param>
internal sealed record SearchReport(int RealPassages, int Queries, double WordsPerQuery, IReadOnlyDictionary<string, SizeReport> Sizes)
{
    /// <summary>One JSON object.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, SearchReportJson.Default.SearchReport);
}

/// <summary>The figures at one number of passages.</summary>
/// <param name="Words">By engine.</param>
/// <param name="Vectors">Exact search of the passages' vectors.</param>
internal sealed record SizeReport(IReadOnlyDictionary<string, EngineReport> Words, VectorReport Vectors);

/// <summary>An engine. Times are of one thread, milliseconds, warm.</summary>
/// <param name="BuildSeconds">From passages in memory to a first search.</param>
/// <param name="DiskMb">Files, texts included.</param>
/// <param name="HeapMb">Managed memory that the open index holds.</param>
/// <param name="P50Ms">Median.</param>
/// <param name="P95Ms">95 % are faster.</param>
/// <param name="CpuMs">Processor time a query.</param>
/// <param name="OpenMs">Opening it again and a first search; null where that was not measured.</param>
internal sealed record EngineReport(double BuildSeconds, double DiskMb, double HeapMb, double P50Ms, double P95Ms, double CpuMs, double? OpenMs);

/// <summary>Vectors of 384 signed bytes, mapped.</summary>
/// <param name="DiskMb">Their file.</param>
/// <param name="OpenMs">Opening it.</param>
/// <param name="P50Ms">Median.</param>
/// <param name="P95Ms">95 % are faster.</param>
internal sealed record VectorReport(double DiskMb, double OpenMs, double P50Ms, double P95Ms);

[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SearchReport))]
internal sealed partial class SearchReportJson : JsonSerializerContext;
