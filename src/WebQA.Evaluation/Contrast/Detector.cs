using WebQA.Core.Rewards;
using WebQA.Core.Support;

namespace WebQA.Evaluation.Contrast;

/// <summary>Damages answers and asks judges whether they notice.</summary>
/// <param name="reward">A reward model.</param>
/// <param name="support">A support model that never saw the questions.</param>
/// <param name="overlap">Word overlap.</param>
internal sealed class Detector(IRewardModel reward, SentenceJudge support, SentenceJudge overlap)
{
    /// <summary>Support models that had no lesson of a kind.</summary>
    public Dictionary<string, SentenceJudge> Without { get; } = new(StringComparer.Ordinal);

    /// <summary>Adds what was noticed, by both measures.</summary>
    public async Task RunAsync(IReadOnlyList<GroundedAnswer> answers, Random random, List<Detection> paired, List<Detection> flagged, CancellationToken cancellationToken)
    {
        foreach (var answer in answers)
        {
            flagged.Add(new Detection(answer.Set, answer.Question, Detection.Sound, await FlaggedAsync(answer.Inputs, Detection.Sound, cancellationToken)));
        }
        foreach (var (kind, damage) in Damage.All)
        {
            foreach (var answer in answers)
            {
                if (damage(answer, random) is { } worse)
                {
                    paired.Add(new Detection(answer.Set, answer.Question, kind, await PairedAsync(answer, worse, kind, cancellationToken)));
                    var damaged = worse.Inputs.Where(w => !answer.Inputs.Any(s => s.Sentence == w.Sentence && s.Quotes.SequenceEqual(w.Quotes))).ToList();
                    if (damaged.Count > 0)
                    {
                        flagged.Add(new Detection(answer.Set, answer.Question, kind, await FlaggedAsync(damaged, kind, cancellationToken)));
                    }
                }
            }
        }
    }

    private async Task<Dictionary<string, double>> FlaggedAsync(IReadOnlyList<SupportInput> inputs, string kind, CancellationToken cancellationToken)
    {
        var judges = new Dictionary<string, double>(StringComparer.Ordinal)
        {
            [ContrastReport.Support] = await support.FlaggedAsync(inputs, cancellationToken),
            [ContrastReport.WordOverlap] = await overlap.FlaggedAsync(inputs, cancellationToken),
        };
        if (Without.TryGetValue(kind, out var other))
        {
            judges[ContrastReport.SupportWithoutKind] = await other.FlaggedAsync(inputs, cancellationToken);
        }
        return judges;
    }

    private async Task<Dictionary<string, double>> PairedAsync(GroundedAnswer answer, GroundedAnswer worse, string kind, CancellationToken cancellationToken)
    {
        async Task<double> IsAboveAsync(SentenceJudge judge) => await judge.OfAsync(answer, cancellationToken) > await judge.OfAsync(worse, cancellationToken) ? 1 : 0;
        var judges = new Dictionary<string, double>(StringComparer.Ordinal)
        {
            [ContrastReport.Support] = await IsAboveAsync(support),
            [ContrastReport.WordOverlap] = await IsAboveAsync(overlap),
            [ContrastReport.Reward] = await IsRewardedAsync(answer, worse, withQuotes: true, cancellationToken),
            [ContrastReport.RewardWithoutQuotes] = await IsRewardedAsync(answer, worse, withQuotes: false, cancellationToken),
        };
        if (Without.TryGetValue(kind, out var other))
        {
            judges[ContrastReport.SupportWithoutKind] = await IsAboveAsync(other);
        }
        return judges;
    }

    private async Task<double> IsRewardedAsync(GroundedAnswer answer, GroundedAnswer worse, bool withQuotes, CancellationToken cancellationToken)
    {
        RewardInput Input(GroundedAnswer of) => new(of.Question, withQuotes ? of.Quotes : [], of.Text);
        var rewards = await reward.ScoreAsync([Input(answer), Input(worse)], cancellationToken);
        return rewards[0].Mean.LogOdds > rewards[1].Mean.LogOdds ? 1 : 0;
    }
}
