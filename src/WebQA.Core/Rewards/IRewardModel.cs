namespace WebQA.Core.Rewards;

/// <summary>Predicts how much labelers would like an answer. Thread-safe.</summary>
public interface IRewardModel
{
    /// <summary>The model's name, version and the beginning of its weights' hash, stored with what it chose.</summary>
    string Name { get; }

    /// <summary>A reward an answer, in order. An answer's reward depends on nothing else in the batch.</summary>
    /// <param name="answers">Questions, references and answers.</param>
    /// <param name="cancellationToken">Stops between two parts of the batch.</param>
    Task<IReadOnlyList<EnsembleReward>> ScoreAsync(IReadOnlyList<RewardInput> answers, CancellationToken cancellationToken = default);
}

/// <summary>What a reward model sees: never who wrote the answer, nor where it was shown.</summary>
/// <param name="Question">What was asked.</param>
/// <param name="References">The quoted texts, in the order of their numbers; empty where there are none.</param>
/// <param name="Answer">The answer, with or without its citation marks.</param>
public sealed record RewardInput(string Question, IReadOnlyList<string> References, string Answer);
