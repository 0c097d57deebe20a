using System.Text.Json.Serialization;

namespace WebQA.Storage.Exchange.Formats;

/// <summary>A row of <see cref="ParquetFormat"/>: the columns of webgpt_comparisons as data sets hold it, then ours, which other files lack.</summary>
internal sealed class ParquetRow
{
    [JsonPropertyName("question")]
    public ParquetQuestion? Question { get; set; }

    [JsonPropertyName("quotes_0")]
    public ParquetQuotes? Quotes0 { get; set; }

    [JsonPropertyName("answer_0")]
    public string? Answer0 { get; set; }

    [JsonPropertyName("score_0")]
    public double? Score0 { get; set; }

    [JsonPropertyName("quotes_1")]
    public ParquetQuotes? Quotes1 { get; set; }

    [JsonPropertyName("answer_1")]
    public string? Answer1 { get; set; }

    [JsonPropertyName("score_1")]
    public double? Score1 { get; set; }

    [JsonPropertyName("id")]
    public string? Id { get; set; }

    [JsonPropertyName("source_0")]
    public string? Source0 { get; set; }

    [JsonPropertyName("source_1")]
    public string? Source1 { get; set; }

    [JsonPropertyName("labeler")]
    public string? Labeler { get; set; }

    [JsonPropertyName("justification")]
    public string? Justification { get; set; }

    [JsonPropertyName("simulated")]
    public bool? IsSimulated { get; set; }

    [JsonPropertyName("second_shown_first")]
    public bool? IsSwapped { get; set; }

    [JsonPropertyName("guideline_version")]
    public string? GuidelineVersion { get; set; }

    [JsonPropertyName("submitted_at")]
    public string? SubmittedAt { get; set; }

    /// <summary>All else that was said, as the JSON of our own form.</summary>
    [JsonPropertyName("annotation")]
    public string? Annotation { get; set; }

    /// <summary>Fields of the file it came from that mean nothing here, as JSON.</summary>
    [JsonPropertyName("other_fields")]
    public string? OtherFields { get; set; }
}

/// <summary>The question of a row.</summary>
internal sealed class ParquetQuestion
{
    [JsonPropertyName("dataset")]
    public string? Dataset { get; set; }

    [JsonPropertyName("id")]
    public string? Id { get; set; }

    [JsonPropertyName("full_text")]
    public string? FullText { get; set; }
}

/// <summary>The references of one side, a list a field.</summary>
internal sealed class ParquetQuotes
{
    [JsonPropertyName("title")]
    public List<string?>? Titles { get; set; }

    [JsonPropertyName("extract")]
    public List<string?>? Extracts { get; set; }

    [JsonPropertyName("url")]
    public List<string?>? Urls { get; set; }

    [JsonPropertyName("text_sha256")]
    public List<string?>? TextHashes { get; set; }
}
