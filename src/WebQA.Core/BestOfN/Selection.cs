using WebQA.Core.Rewards;

namespace WebQA.Core.BestOfN;

/// <summary>Which sample was chosen, and why.</summary>
/// <param name="Winner">Its index, from 0.</param>
/// <param name="Strategy">How it was chosen.</param>
/// <param name="Chooser">Name of the reward model; null where none was asked.</param>
/// <param name="Samples">What was found of each sample, in their order.</param>
/// <param name="Reason">Why that one, in a sentence.</param>
public sealed record Selection(int Winner, SelectionStrategy Strategy, string? Chooser, IReadOnlyList<SampleScore> Samples, string Reason);

/// <summary>What was found of a sample.</summary>
/// <param name="Score">What it was chosen by: log-odds of a reward, or a share of words; null where there is no answer.</param>
/// <param name="Reward">Its reward; null where there is no answer or no reward model was asked.</param>
/// <param name="IsPassed">False where it went behind the others: no answer, or held back by the gate.</param>
public sealed record SampleScore(double? Score, EnsembleReward? Reward, bool IsPassed);
