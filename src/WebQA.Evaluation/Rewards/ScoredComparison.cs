using WebQA.Core.Feedback;

namespace WebQA.Evaluation.Rewards;

/// <summary>A comparison and what a model that never saw its question makes of it.</summary>
/// <param name="Comparison">The people's judgement.</param>
/// <param name="Difference">Reward of A less that of B, log-odds.</param>
public sealed record ScoredComparison(Comparison Comparison, double Difference)
{
    /// <summary>1 where a decided comparison is scored as people judged it, else 0; equal scores are wrong.</summary>
    public double Strict => Correct(Difference);

    /// <summary>Whether people preferred one.</summary>
    public bool IsDecided => Comparison.Preference != Preference.EquallyGood;

    /// <summary>1 where a difference agrees with the people's preference, else 0.</summary>
    public double Correct(double difference) => Math.Sign(difference) == Math.Sign((int)Comparison.Preference) && difference != 0 ? 1 : 0;
}
