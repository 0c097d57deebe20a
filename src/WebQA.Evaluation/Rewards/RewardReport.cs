using WebQA.Statistics;
using WebQA.Statistics.Calibration;

namespace WebQA.Evaluation.Rewards;

/// <summary>Figures of a reward model on comparisons by people, trivial rules beside it.</summary>
/// <remarks>Accuracies are strict (equal scores are wrong), on decided comparisons, in percent; intervals resample questions.</remarks>
public sealed record RewardReport
{
    /// <summary>Decided comparisons a set.</summary>
    public required IReadOnlyDictionary<string, int> Decided { get; init; }

    /// <summary>Accuracy a set, the model's and each rule's.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyDictionary<string, Interval>> BySet { get; init; }

    /// <summary>Mean of the sets' accuracies, the model's and each rule's.</summary>
    public required IReadOnlyDictionary<string, Interval> Macro { get; init; }

    /// <summary>The rule with the highest macro mean.</summary>
    public required string BestRule { get; init; }

    /// <summary>The model's macro mean less that of the best rule, paired over questions.</summary>
    public required Interval MacroGain { get; init; }

    /// <summary>Pairs whose lengths in characters differ by less than a tenth and whose texts differ, all sets together.</summary>
    public required Interval LengthMatched { get; init; }

    /// <summary>Pairs of which people preferred the shorter.</summary>
    public required Interval ShorterPreferred { get; init; }

    /// <summary>Expected calibration error over ten bins, decided comparisons; each comparison counts once each way.</summary>
    public required double CalibrationError { get; init; }

    /// <summary>Mean negative log-likelihood, ties as one half, nats; a coin has .693.</summary>
    public required double LogLoss { get; init; }

    /// <summary>Share of answers told from ones made worse, a kind.</summary>
    public required IReadOnlyDictionary<string, Interval> Contrasts { get; init; }

    /// <summary>Accuracy a set of models fitted to the other sets.</summary>
    public IReadOnlyDictionary<string, Interval> LeaveOneSetOut { get; init; } = new Dictionary<string, Interval>(StringComparer.Ordinal);

    /// <summary>Makes the report.</summary>
    /// <param name="scores">From cross-validation.</param>
    /// <param name="otherSets">From leaving one set out, or empty.</param>
    public static RewardReport Of(RewardScores scores, IReadOnlyList<ScoredComparison> otherSets)
    {
        var decided = scores.Comparisons.Where(static s => s.IsDecided).ToList();
        var judges = TrivialRule.All.ToDictionary(static r => r.Name, static r => (Func<ScoredComparison, double>)r.Correct, StringComparer.Ordinal);
        judges["model"] = static s => s.Strict;
        var best = TrivialRule.All.MaxBy(r => MacroMean(decided, r.Correct))!;
        double[] chances = [.. scores.Comparisons.Select(static s => 1 / (1 + Math.Exp(-s.Difference)))];
        double[] outcomes = [.. scores.Comparisons.Select(static s => (Math.Sign((int)s.Comparison.Preference) + 1) / 2.0)];
        var certain = scores.Comparisons.Index().Where(static s => s.Item.IsDecided).Select(static s => s.Index).ToList();
        return new RewardReport
        {
            Decided = decided.CountBy(static s => ComparisonSet.Of(s.Comparison)).ToDictionary(StringComparer.Ordinal),
            BySet = decided.GroupBy(static s => ComparisonSet.Of(s.Comparison)).ToDictionary(
                static g => g.Key, g => (IReadOnlyDictionary<string, Interval>)judges.ToDictionary(j => j.Key, j => Percent(g, j.Value), StringComparer.Ordinal), StringComparer.Ordinal),
            Macro = judges.ToDictionary(static j => j.Key, j => Clustered(decided, sample => MacroMean(sample, j.Value)), StringComparer.Ordinal),
            BestRule = best.Name,
            MacroGain = Clustered(decided, sample => MacroMean(sample, judges["model"]) - MacroMean(sample, best.Correct)),
            LengthMatched = Percent(decided.Where(static s => AreOfOneLength(s) && s.Comparison.A.Text != s.Comparison.B.Text), judges["model"]),
            ShorterPreferred = Percent(decided.Where(static s => TrivialRule.All[0].Correct(s) == 0 && s.Comparison.A.Text.Length != s.Comparison.B.Text.Length), judges["model"]),
            CalibrationError = ForecastScores.CalibrationError(
                [.. certain.Select(i => chances[i]), .. certain.Select(i => 1 - chances[i])], [.. certain.Select(i => outcomes[i]), .. certain.Select(i => 1 - outcomes[i])]),
            LogLoss = ForecastScores.LogLoss(chances, outcomes),
            Contrasts = scores.Contrasts.GroupBy(static c => c.Kind).ToDictionary(
                static g => g.Key, static g => Bootstrap.Of([.. g.GroupBy(static c => c.Question)], static sample => 100 * sample.SelectMany(static q => q).Average(static c => c.IsDetected ? 1 : 0)), StringComparer.Ordinal),
            LeaveOneSetOut = otherSets.Where(static s => s.IsDecided).GroupBy(static s => ComparisonSet.Of(s.Comparison)).ToDictionary(static g => g.Key, g => Percent(g, judges["model"]), StringComparer.Ordinal),
        };
    }

    private static double MacroMean(IEnumerable<ScoredComparison> scored, Func<ScoredComparison, double> correct) =>
        100 * scored.GroupBy(static s => ComparisonSet.Of(s.Comparison)).Average(g => g.Average(correct));

    private static Interval Percent(IEnumerable<ScoredComparison> scored, Func<ScoredComparison, double> correct) =>
        Clustered([.. scored], sample => 100 * sample.Average(correct));

    /// <summary>Resamples questions, each with all its comparisons.</summary>
    private static Interval Clustered(IReadOnlyList<ScoredComparison> scored, Func<IEnumerable<ScoredComparison>, double> statistic) =>
        Bootstrap.Of([.. scored.GroupBy(static s => s.Comparison.Question.Text)], sample => statistic(sample.SelectMany(static q => q)), draws: 1_000);

    private static bool AreOfOneLength(ScoredComparison scored)
    {
        var (a, b) = ((double)scored.Comparison.A.Text.Length, (double)scored.Comparison.B.Text.Length);
        return Math.Abs(a - b) < 0.1 * Math.Max(a, b);
    }
}
