namespace WebQA.Benchmarks.Pages;

/// <summary>A tool's score over pages: pieces are pooled.</summary>
/// <param name="Precision">Of the marked pieces that are there, the share that is wanted.</param>
/// <param name="Recall">Of the wanted pieces, the share that is there.</param>
/// <param name="F1">Their harmonic mean.</param>
internal sealed record SegmentScore(double Precision, double Recall, double F1)
{
    /// <summary>Scores pages.</summary>
    public static SegmentScore Of(IEnumerable<SegmentCount> pages)
    {
        var (kept, lost, let) = (0, 0, 0);
        foreach (var page in pages)
        {
            (kept, lost, let) = (kept + page.Kept, lost + page.Lost, let + page.Let);
        }
        return new SegmentScore(Share(kept, let), Share(kept, lost), 2.0 * kept / Math.Max(1, 2 * kept + lost + let));

        static double Share(int right, int wrong) => right + wrong == 0 ? 0 : (double)right / (right + wrong);
    }
}
