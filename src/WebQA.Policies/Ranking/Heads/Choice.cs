namespace WebQA.Policies.Ranking.Heads;

/// <summary>What a head chose, with its natural-log probability among the head's candidates.</summary>
internal sealed record Choice<T>(T Value, double LogProbability)
{
    /// <summary>The best candidate after noise; null where there is none.</summary>
    /// <param name="candidates">What may be chosen.</param>
    /// <param name="score">What it is worth.</param>
    /// <param name="key">Names a candidate for the noise; stable from step to step.</param>
    /// <param name="head">Name of the head.</param>
    /// <param name="scale">Scale of the noise at temperature 1.</param>
    /// <param name="sampler">The episode's randomness.</param>
    public static Choice<T>? Best(IReadOnlyList<T> candidates, Func<T, double> score, Func<T, string> key, string head, double scale, Sampler sampler)
    {
        if (candidates.Count == 0)
        {
            return null;
        }
        var best = candidates.MaxBy(c => score(c) + sampler.Noise(head, key(c), scale))!;
        return new Choice<T>(best, sampler.LogProbability(score(best), candidates.Select(score), scale));
    }
}
