namespace WebQA.Storage.Exchange;

/// <summary>What an exported file holds and what became of the rest; stands beside it as <c>&lt;file&gt;.manifest.json</c>.</summary>
/// <param name="Schema">Name and version of this form.</param>
/// <param name="Format">The form of the file.</param>
/// <param name="Sha256">Of the file.</param>
/// <param name="SourceFormat">The form it was made from; null for a project's.</param>
/// <param name="SourceSha256">Of the file it was made from; null for a project's.</param>
/// <param name="TiePolicy">What became of ties; null where the form holds them.</param>
/// <param name="Questions">Distinct questions read.</param>
/// <param name="Comparisons">Comparisons read.</param>
/// <param name="Decided">Those with a preferred answer.</param>
/// <param name="Ties">Those without.</param>
/// <param name="DroppedTies">Ties that the file does not hold.</param>
/// <param name="Written">Records in the file.</param>
public sealed record ExportManifest(
    string Schema, string Format, string Sha256, string? SourceFormat, string? SourceSha256, string? TiePolicy,
    int Questions, int Comparisons, int Decided, int Ties, int DroppedTies, int Written)
{
    /// <summary>The one version written.</summary>
    public const string CurrentSchema = "webqa.export/1";

    /// <summary>The project it was made from; null for a file's. What follows stands with it alone.</summary>
    public string? Project { get; init; }

    /// <summary>Whose comparisons were asked for: <c>people</c>, <c>simulated</c> or <c>everybody</c>.</summary>
    public string? MadeBy { get; init; }

    /// <summary>Those that simulated labelers made.</summary>
    public int? Simulated { get; init; }

    /// <summary>Versions of the guidelines that comparisons were made by.</summary>
    public IReadOnlyCollection<string>? GuidelineVersions { get; init; }

    /// <summary>Those of tasks whose right answer is known.</summary>
    public int? Gold { get; init; }

    /// <summary>Times that somebody skipped a task, whatever became of it.</summary>
    public int? Skipped { get; init; }

    /// <summary>SHA-256 of the questions, so that files of the same questions, as the parts of one split, are known as such.</summary>
    public string? QuestionsSha256 { get; init; }

    /// <summary>How labelers are named.</summary>
    public string? Labelers { get; init; }

    /// <summary>Tasks of the project that reviewers decided, whose decision stands in the place of their labels; null where labels were asked for as they are.</summary>
    public int? Adjudicated { get; init; }
}
