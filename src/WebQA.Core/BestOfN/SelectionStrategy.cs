namespace WebQA.Core.BestOfN;

/// <summary>How the best of several answers to one question is chosen. Whatever the strategy, an answer goes before none, and equals are settled for the earlier sample.</summary>
public enum SelectionStrategy
{
    /// <summary>The highest reward, the mean over the reward model's networks (WebGPT §3.2, rejection sampling).</summary>
    Reward,

    /// <summary>The highest lowest reward over the networks, which is harder to fool (Coste et al. 2023).</summary>
    RewardMin,

    /// <summary>The most of its words covered by the quotes its sentences cite; no reward model. Rerank by citation recall (ALCE, Gao et al. 2023), judged by words.</summary>
    Citation,

    /// <summary>Answers with a fault of citation, or a sentence that cites nothing, go behind the others; then the highest reward.</summary>
    GateReward,
}
