using System.Globalization;

namespace WebQA.Benchmarks.Pages;

/// <summary>What the figures of a run must reach; a figure that a run does not have has no bar.</summary>
internal static class PageBars
{
    /// <summary>The bars that are missed, a line each.</summary>
    public static IEnumerable<string> Missed(PageReport report)
    {
        if (report is { Pages: > 0, VisibleWordRecall: null })
        {
            yield return "recall of visible words: not measured, because there is no Chromium here ('webqa doctor' says how to get one)";
        }
        (string Name, double? Value, double Bar, bool IsCeiling)[] bars =
        [
            ("exceptions", report.Exceptions, 0, true),
            ("F1 of main content", report.Segments?.Main.F1, 0.92, false),
            ("F1 above SmartReader", report.Segments?.F1Difference.Estimate, 0.03, false),
            ("main / SmartReader processor time", report.MainToSmartReader, 1.3, true),
            ("all / parse processor time", report.AllToParse, 2.5, true),
            ("recall of visible words", report.VisibleWordRecall, 0.993, false),
            ("word recall of PDF files", report.PdfWordRecall, 0.98, false),
        ];
        foreach (var (name, value, limit, isCeiling) in bars)
        {
            if (value is { } measured && (isCeiling ? measured > limit : !(measured >= limit)))
            {
                yield return string.Create(CultureInfo.InvariantCulture, $"{name}: {measured:0.####}, the bar is {(isCeiling ? "at most" : "at least")} {limit}");
            }
        }
    }
}
