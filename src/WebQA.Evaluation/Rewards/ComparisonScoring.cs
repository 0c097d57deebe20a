using WebQA.Core.Feedback;
using WebQA.Models.RewardModels;

namespace WebQA.Evaluation.Rewards;

/// <summary>Scores comparisons, and answers made worse on purpose, by a network that never saw their questions.</summary>
internal static class ComparisonScoring
{
    /// <summary>Both.</summary>
    public static RewardScores Score(RewardNetwork network, RewardTrainingData data, IReadOnlyList<Comparison> comparisons)
    {
        var a = network.Score([.. comparisons.Select(c => data.FeaturesOf(c, c.A))]);
        var b = network.Score([.. comparisons.Select(c => data.FeaturesOf(c, c.B))]);
        return new RewardScores([.. comparisons.Select((c, i) => new ScoredComparison(c, a[i].Average() - b[i].Average()))], Contrasts(network, data, comparisons));
    }

    private static List<ContrastResult> Contrasts(RewardNetwork network, RewardTrainingData data, IReadOnlyList<Comparison> comparisons)
    {
        var results = new List<ContrastResult>();
        foreach (var (comparison, answer) in comparisons.SelectMany(static c => new[] { (c, c.A), (c, c.B) }).DistinctBy(static c => (c.c.Question.Text, c.Item2.Text)))
        {
            Add("own_passage", PaddedAnswer.WithOwnPassage(comparison.Question.Text, answer));
            Add("repetition", PaddedAnswer.WithRepetition(answer));

            void Add(string kind, string? worse)
            {
                if (worse is not null)
                {
                    var rewards = network.Score([data.FeaturesOf(comparison, answer), data.FeaturesOf(comparison, answer, worse)]);
                    results.Add(new ContrastResult(kind, comparison.Question.Text, rewards[0].Average() > rewards[1].Average()));
                }
            }
        }
        return results;
    }
}
