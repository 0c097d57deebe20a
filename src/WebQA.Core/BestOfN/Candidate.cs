using WebQA.Core.Answers;
using WebQA.Core.Episodes;
using WebQA.Core.Rewards;

namespace WebQA.Core.BestOfN;

/// <summary>One of the sampled answers to a question.</summary>
/// <param name="Question">What was asked.</param>
/// <param name="Answer">The answer; null where the sample ended without one.</param>
/// <param name="Extracts">The quoted texts, in the order of their numbers.</param>
public sealed record Candidate(string Question, Answer? Answer, IReadOnlyList<string> Extracts)
{
    /// <summary>An episode's answer.</summary>
    public static Candidate Of(EpisodeState state) => new(
        state.Setup.Question.Text,
        state.Ended?.Outcome == Outcome.Answered ? state.Composed?.Answer : null,
        [.. state.References.Select(static r => r.Extract)]);

    /// <summary>What a reward model sees of it.</summary>
    /// <exception cref="InvalidOperationException">There is no answer.</exception>
    public RewardInput ToRewardInput() => new(Question, Extracts, (Answer ?? throw new InvalidOperationException("This sample has no answer to score.")).Text);
}
