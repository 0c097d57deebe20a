using System.Globalization;
using WebQA.Core.Rewards;

namespace WebQA.Core.BestOfN;

/// <summary>Chooses among sampled answers to one question: best-of-n, or rejection sampling. Thread-safe.</summary>
/// <remarks>A pure function of the candidates and the model, so a stored group of samples is judged again to the same end. WebGPT §3.2.</remarks>
/// <param name="model">Gives the rewards.</param>
public sealed class AnswerSelector(IRewardModel model)
{
    /// <summary>Scores all samples and chooses one.</summary>
    /// <param name="candidates">At least one, all to the same question.</param>
    /// <param name="strategy">How.</param>
    /// <param name="cancellationToken">Stops the scoring.</param>
    /// <exception cref="ArgumentException">There are no candidates.</exception>
    public async Task<Selection> SelectAsync(IReadOnlyList<Candidate> candidates, SelectionStrategy strategy, CancellationToken cancellationToken = default)
    {
        if (candidates.Count == 0)
        {
            throw new ArgumentException("There is nothing to choose from: no sample was given.", nameof(candidates));
        }
        var rewards = strategy == SelectionStrategy.Citation ? [] : await RewardsAsync(candidates, cancellationToken);
        SampleScore[] scores = [.. candidates.Select((c, i) => ScoreOf(c, rewards.GetValueOrDefault(i), strategy))];
        var winner = Enumerable.Range(0, scores.Length)
            .OrderByDescending(i => candidates[i].Answer is not null)
            .ThenByDescending(i => scores[i].IsPassed)
            .ThenByDescending(i => scores[i].Score)
            .First(); // a stable order: among equals the earlier
        return new Selection(winner, strategy, strategy == SelectionStrategy.Citation ? null : model.Name, scores, Reason(candidates, scores, winner, strategy));
    }

    private async Task<Dictionary<int, EnsembleReward>> RewardsAsync(IReadOnlyList<Candidate> candidates, CancellationToken cancellationToken)
    {
        int[] answered = [.. Enumerable.Range(0, candidates.Count).Where(i => candidates[i].Answer is not null)];
        var rewards = await model.ScoreAsync([.. answered.Select(i => candidates[i].ToRewardInput())], cancellationToken);
        return answered.Zip(rewards).ToDictionary(static p => p.First, static p => p.Second);
    }

    private static SampleScore ScoreOf(Candidate candidate, EnsembleReward? reward, SelectionStrategy strategy)
    {
        if (candidate.Answer is null)
        {
            return new SampleScore(null, null, IsPassed: false);
        }
        return strategy switch
        {
            SelectionStrategy.Citation => new SampleScore(CitationQuality.Of(candidate).Coverage, null, IsPassed: true),
            SelectionStrategy.RewardMin => new SampleScore(reward!.Minimum.LogOdds, reward, IsPassed: true),
            SelectionStrategy.GateReward => new SampleScore(reward!.Mean.LogOdds, reward, CitationQuality.Of(candidate).CitesAll),
            _ => new SampleScore(reward!.Mean.LogOdds, reward, IsPassed: true),
        };
    }

    private static string Reason(IReadOnlyList<Candidate> candidates, SampleScore[] scores, int winner, SelectionStrategy strategy)
    {
        var answered = candidates.Count(static c => c.Answer is not null);
        if (answered == 0)
        {
            return $"None of {scores.Length} samples has an answer, so the first stands for all.";
        }
        var what = strategy switch
        {
            SelectionStrategy.Citation => "share of words that its cited quotes hold",
            SelectionStrategy.RewardMin => "lowest reward over the networks",
            _ => "reward",
        };
        var (best, passed) = (scores[winner].Score!.Value, scores.Count(static s => s.IsPassed));
        var gate = strategy == SelectionStrategy.GateReward
            ? passed == 0 ? ", none of which cites a quote in every sentence" : $" and {passed} that cite a quote in every sentence"
            : string.Empty;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Sample {winner + 1} has the highest {what}, {best:0.00}, of {answered} answered{gate}, of {scores.Length} samples.");
    }
}
