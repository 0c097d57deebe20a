namespace WebQA.Core.Rewards;

/// <summary>How much labelers would like an answer, as predicted by a reward model.</summary>
/// <param name="LogOdds">Natural-log odds; only differences between answers to one question carry meaning. 1.0 more is preferred 73 % of the time.</param>
/// <remarks>WebGPT §3.2, after Stiennon et al. 2020: a score difference is the logit of the preference.</remarks>
public readonly record struct Reward(double LogOdds)
{
    /// <summary>Probability, from 0 to 1, that a labeler prefers this answer to <paramref name="other"/>.</summary>
    public double PreferenceOver(Reward other) => 1.0 / (1.0 + Math.Exp(other.LogOdds - LogOdds));
}

/// <summary>The reward of an answer by an ensemble of networks that differ in their seeds.</summary>
/// <param name="Members">Log-odds by each network; at least one.</param>
public sealed record EnsembleReward(IReadOnlyList<double> Members)
{
    /// <summary>The mean over the networks: the reward to choose by.</summary>
    public Reward Mean => new(Members.Average());

    /// <summary>The lowest over the networks: a reward that is harder to fool (Coste et al. 2023).</summary>
    public Reward Minimum => new(Members.Min());

    /// <summary>Standard deviation over the networks, log-odds; 0 for a single one.</summary>
    public double Spread => Math.Sqrt(Members.Average(m => (m - Mean.LogOdds) * (m - Mean.LogOdds)));
}
