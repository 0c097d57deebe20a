using WebQA.Core.Feedback;

namespace WebQA.Evaluation.Rewards;

/// <summary>The set a comparison is reported in: its data set, forums of votes taken together.</summary>
public static class ComparisonSet
{
    /// <summary>Name of the set.</summary>
    public static string Of(Comparison comparison) =>
        comparison.Question.Dataset.StartsWith("stackexchange-", StringComparison.Ordinal) ? "votes" : comparison.Question.Dataset;
}
