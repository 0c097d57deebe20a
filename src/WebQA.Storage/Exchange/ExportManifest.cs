namespace WebQA.Storage.Exchange;

/// <summary>What an exported file holds and what became of the rest; stands beside it as <c>&lt;file&gt;.manifest.json</c>.</summary>
/// <param name="Schema">Name and version of this form.</param>
/// <param name="Format">The form of the file.</param>
/// <param name="Sha256">Of the file.</param>
/// <param name="SourceFormat">The form it was made from.</param>
/// <param name="SourceSha256">Of the file it was made from.</param>
/// <param name="TiePolicy">What became of ties; null where the form holds them.</param>
/// <param name="Questions">Distinct questions read.</param>
/// <param name="Comparisons">Comparisons read.</param>
/// <param name="Decided">Those with a preferred answer.</param>
/// <param name="Ties">Those without.</param>
/// <param name="DroppedTies">Ties that the file does not hold.</param>
/// <param name="Written">Records in the file.</param>
public sealed record ExportManifest(
    string Schema, string Format, string Sha256, string SourceFormat, string SourceSha256, string? TiePolicy,
    int Questions, int Comparisons, int Decided, int Ties, int DroppedTies, int Written)
{
    /// <summary>The one version written.</summary>
    public const string CurrentSchema = "webqa.export/1";
}
