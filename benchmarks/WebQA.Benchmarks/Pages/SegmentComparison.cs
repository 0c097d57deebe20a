using WebQA.Statistics;

namespace WebQA.Benchmarks.Pages;

/// <summary>Two tools on the same marked pages.</summary>
/// <param name="Pages">Pages.</param>
/// <param name="Main">The text browser.</param>
/// <param name="SmartReader">SmartReader.</param>
/// <param name="F1Difference">The text browser's F1 less SmartReader's, with its 95 % interval over pages.</param>
internal sealed record SegmentComparison(int Pages, SegmentScore Main, SegmentScore SmartReader, Interval F1Difference)
{
    /// <summary>Compares.</summary>
    public static SegmentComparison Of(IReadOnlyList<(SegmentCount Main, SegmentCount SmartReader)> pages) => new(
        pages.Count, SegmentScore.Of(pages.Select(p => p.Main)), SegmentScore.Of(pages.Select(p => p.SmartReader)), Bootstrap.Of(pages, Difference));

    private static double Difference(IReadOnlyList<(SegmentCount Main, SegmentCount SmartReader)> pages) =>
        SegmentScore.Of(pages.Select(p => p.Main)).F1 - SegmentScore.Of(pages.Select(p => p.SmartReader)).F1;
}
