using WebQA.Benchmarks.Pages;

namespace WebQA.Benchmarks.Tests.Pages;

public class SegmentScoreTests
{
    private static readonly PageMarks Marks = new(["The crow", "brings gifts"], ["Imprint", "Share"], null, null, null, null, IsHeldOut: false);

    [Fact]
    public void Pieces_are_found_across_line_breaks() =>
        Assert.Equal(new SegmentCount(Kept: 2, Lost: 0, Let: 1), SegmentCount.Of(Marks, "The\ncrow  brings gifts.\n\nShare"));

    [Fact]
    public void F1_pools_the_pieces_of_all_pages()
    {
        var score = SegmentScore.Of([new SegmentCount(3, 1, 0), new SegmentCount(0, 0, 2)]);

        Assert.Equal((0.6, 0.75), (score.Precision, score.Recall));
        Assert.Equal(2 / 3.0, score.F1, 1e-12);
    }

    [Fact]
    public void The_difference_is_paired_over_pages()
    {
        var page = (new SegmentCount(2, 0, 0), new SegmentCount(1, 1, 0));

        var comparison = SegmentComparison.Of([page, page, page]);

        Assert.Equal(1 - 2 / 3.0, comparison.F1Difference.Estimate, 1e-12);
        Assert.Equal((comparison.F1Difference.Estimate, comparison.F1Difference.Estimate), (comparison.F1Difference.Low, comparison.F1Difference.High));
    }
}
