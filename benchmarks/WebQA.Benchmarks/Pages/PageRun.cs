using System.Diagnostics;
using WebQA.TextBrowser.Pdf;

namespace WebQA.Benchmarks.Pages;

/// <summary>Measures the pages of folders: cost, recall, main content, PDF files.</summary>
internal static class PageRun
{
    private const int WorstShown = 5;

    /// <summary>Measures.</summary>
    /// <param name="folders">Folders of pages and PDF files.</param>
    /// <param name="visibleText">Tells what a browser shows of a page; null where there is none.</param>
    /// <param name="progress">Hears what is measured.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    public static async Task<PageReport> MeasureAsync(
        IReadOnlyList<string> folders, Func<BenchmarkPage, Task<string>>? visibleText, TextWriter progress, CancellationToken cancellationToken)
    {
        var pages = folders.SelectMany(PageSet.Of).ToList();
        await progress.WriteLineAsync($"{pages.Count} pages.");
        var recalls = new List<(string Name, int Found, int Wanted)>();
        foreach (var page in visibleText is null ? [] : pages)
        {
            cancellationToken.ThrowIfCancellationRequested();
            recalls.Add(Recall(page, await visibleText!(page)));
        }
        var inMarkup = pages.Select(p => Recall(p, VisibleWords.Of(p.Html))).ToList();
        var segments = pages.Where(p => p.Marks is not null).Select(Segments).ToList();
        await progress.WriteLineAsync("Timing ...");
        var costs = pages.Count == 0 ? new Dictionary<string, PageCost>(StringComparer.Ordinal) : PageTimings.Measure(pages, PageTool.Compared, cancellationToken);
        await progress.WriteLineAsync("PDF files ...");
        using var reader = new PdfTextExtractor(new PdfReaderOptions());
        var pdf = new List<PdfRecall>();
        foreach (var folder in folders)
        {
            pdf.AddRange(await PdfPairs.MeasureAsync(folder, reader, cancellationToken));
        }
        using var process = Process.GetCurrentProcess();
        return new PageReport(
            pages.Count,
            pages.Count == 0 ? 0 : pages.Average(p => p.Html.Length),
            costs,
            Ratio(costs, PageTool.Main, PageTool.SmartReader),
            Ratio(costs, PageTool.Everything, PageTool.Parse),
            Share(recalls),
            Share(inMarkup),
            [.. recalls.Where(r => r.Wanted > 0).Select(r => new PageRecall(r.Name, r.Wanted, (double)r.Found / r.Wanted)).OrderBy(r => r.Recall).Take(WorstShown)],
            Compare(segments, _ => true),
            Compare(segments, s => !s.Marks.IsHeldOut),
            Compare(segments, s => s.Marks.IsHeldOut),
            pdf,
            process.PeakWorkingSet64 / 1048576.0);
    }

    private static (string Name, int Found, int Wanted) Recall(BenchmarkPage page, string visible)
    {
        var (found, wanted) = Words.Recall(visible, PageTool.Everything.Run(page));
        return (page.Name, found, wanted);
    }

    private static double? Share(List<(string Name, int Found, int Wanted)> recalls) =>
        recalls.Sum(r => r.Wanted) is var wanted and > 0 ? (double)recalls.Sum(r => r.Found) / wanted : null;

    private static (PageMarks Marks, SegmentCount Main, SegmentCount SmartReader) Segments(BenchmarkPage page) =>
        (page.Marks!, SegmentCount.Of(page.Marks!, PageTool.Main.Run(page)), SegmentCount.Of(page.Marks!, PageTool.SmartReader.Run(page)));

    private static SegmentComparison? Compare(
        List<(PageMarks Marks, SegmentCount Main, SegmentCount SmartReader)> pages, Predicate<(PageMarks Marks, SegmentCount, SegmentCount)> isIn) =>
        pages.FindAll(isIn) is { Count: > 0 } chosen ? SegmentComparison.Of([.. chosen.Select(p => (p.Main, p.SmartReader))]) : null;

    private static double? Ratio(IReadOnlyDictionary<string, PageCost> costs, PageTool tool, PageTool other) =>
        costs.Count == 0 ? null : costs[tool.Name].CpuMs / costs[other.Name].CpuMs;
}
