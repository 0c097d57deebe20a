using WebQA.Evaluation.Metrics;

namespace WebQA.Evaluation.Tests.Metrics;

public class RankedRetrievalTests
{
    private static readonly string[] Ranking = ["a", "b", "c", "d", "e"];

    [Theory] // Worked by hand: discounts are 1, 0.63093, 0.5, 0.43068, 0.38685.
    [InlineData("a", 1.0)]
    [InlineData("b", 0.63093)]
    [InlineData("e", 0.38685)]
    [InlineData("a c", 0.91972)] // (1 + .5) / (1 + .63093)
    [InlineData("b d x", 0.49818)] // (.63093 + .43068) / (1 + .63093 + .5)
    [InlineData("x", 0.0)]
    public void Normalized_gain_is_as_worked_by_hand(string relevant, double expected) =>
        Assert.Equal(expected, RankedRetrieval.NormalizedGain(Ranking, relevant.Split(' ').ToHashSet(), 10), 0.00001);

    [Fact]
    public void More_relevant_documents_than_places_can_still_be_ranked_perfectly() =>
        Assert.Equal(1, RankedRetrieval.NormalizedGain(Ranking, Ranking.ToHashSet(), 2), 12);

    [Fact]
    public void What_stands_below_the_depth_counts_for_nothing() =>
        Assert.Equal((0, 0, 0.5), (
            RankedRetrieval.NormalizedGain(Ranking, new HashSet<string> { "c" }, 2),
            RankedRetrieval.ReciprocalRank(Ranking, new HashSet<string> { "c" }, 2),
            RankedRetrieval.Recall(Ranking, new HashSet<string> { "b", "c" }, 2)));

    [Fact]
    public void The_reciprocal_rank_is_that_of_the_first_relevant_one() =>
        Assert.Equal(0.5, RankedRetrieval.ReciprocalRank(Ranking, new HashSet<string> { "b", "c" }, 10));
}
