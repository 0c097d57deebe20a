using WebQA.Evaluation.Retrieval;

namespace WebQA.Evaluation.Tests.Retrieval;

public class RunScoreTests
{
    private static readonly Dictionary<string, IReadOnlySet<string>> Relevant = new()
    {
        ["1"] = new HashSet<string> { "a" }, ["2"] = new HashSet<string> { "b" },
    };

    [Fact]
    public void A_query_that_the_run_lacks_counts_0()
    {
        var score = RunScore.Of(new Dictionary<string, IReadOnlyList<string>> { ["1"] = ["x", "a"], ["3"] = ["a"] }, Relevant);

        Assert.Equal((2, 0.3155, 0.25, 0.5), (score.Queries, Math.Round(score.NdcgAt10.Estimate, 4), score.MrrAt10.Estimate, score.RecallAt100.Estimate));
        Assert.Null(score.NdcgDifference);
    }

    [Fact]
    public void The_difference_to_a_baseline_is_paired_by_query()
    {
        var better = new Dictionary<string, IReadOnlyList<string>> { ["1"] = ["a"], ["2"] = ["b"] };
        var worse = new Dictionary<string, IReadOnlyList<string>> { ["1"] = ["x", "a"], ["2"] = ["x", "b"] };

        var difference = RunScore.Of(better, Relevant, worse).NdcgDifference!.Value;

        Assert.Equal((0.3691, 0.3691, 0.3691), (Math.Round(difference.Estimate, 4), Math.Round(difference.Low, 4), Math.Round(difference.High, 4)));
    }
}
