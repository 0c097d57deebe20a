using System.Text.Json;
using System.Text.Json.Serialization;

namespace WebQA.Benchmarks.Pages;

/// <summary>The figures of a run.</summary>
/// <param name="Pages">HTML pages.</param>
/// <param name="Bytes">Their mean size in UTF-16 units.</param>
/// <param name="Tools">What each tool costs, by name.</param>
/// <param name="MainToSmartReader">Processor time of main content, as a multiple of SmartReader's.</param>
/// <param name="AllToParse">Processor time of the view of all words, as a multiple of the parser's.</param>
/// <param name="VisibleWordRecall">The share of the words that Chromium shows which the view of all words shows too; null where there is no Chromium.</param>
/// <param name="MarkupWordRecall">The same of the words of the markup, those among them that only style sheets hide.</param>
/// <param name="WorstRecalls">The pages with the lowest shares of what Chromium shows.</param>
/// <param name="Segments">Main content on all marked pages; null where none is marked.</param>
/// <param name="SegmentsTuned">The half that was looked at while it was tuned.</param>
/// <param name="SegmentsHeldOut">The other half.</param>
/// <param name="Pdf">PDF files with their text beside them.</param>
/// <param name="PeakResidentMb">Most memory that the process, with all tools and pages in it, has held.</param>
internal sealed record PageReport(
    int Pages,
    double Bytes,
    IReadOnlyDictionary<string, PageCost> Tools,
    double? MainToSmartReader,
    double? AllToParse,
    double? VisibleWordRecall,
    double? MarkupWordRecall,
    IReadOnlyList<PageRecall> WorstRecalls,
    SegmentComparison? Segments,
    SegmentComparison? SegmentsTuned,
    SegmentComparison? SegmentsHeldOut,
    IReadOnlyList<PdfRecall> Pdf,
    double PeakResidentMb)
{
    /// <summary>Exceptions of the text browser.</summary>
    public int Exceptions => Tools.Where(t => t.Key is "main" or "all").Sum(t => t.Value.Exceptions);

    /// <summary>Words of all PDF files' text editions that were found, as a share.</summary>
    public double? PdfWordRecall => Pdf.Count == 0 ? null : Pdf.Sum(p => p.Recall * p.Words) / Pdf.Sum(p => p.Words);

    /// <summary>One JSON object.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, ReportJson.Default.PageReport);
}

/// <summary>A page's share of visible words.</summary>
/// <param name="Name">The page.</param>
/// <param name="Words">Visible words.</param>
/// <param name="Recall">The share that is shown.</param>
internal sealed record PageRecall(string Name, int Words, double Recall);

[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals)]
[JsonSerializable(typeof(PageReport))]
internal sealed partial class ReportJson : JsonSerializerContext;
