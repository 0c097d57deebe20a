using WebQA.Evaluation.Rewards;

namespace WebQA.Cli.Evaluation;

/// <summary>What a reward model must reach on comparisons by people, by questions it never saw.</summary>
internal static class RewardFloors
{
    private const string SetWithReferences = "finegrained-rlhf-qa";
    private const double GainOverBestRule = 2;
    private const double WithReferences = 57;
    private const double LengthMatched = 60;
    private const double Told = 80;

    /// <summary>The floors that are missed, each with its figure; sets that were not measured are not judged.</summary>
    public static IEnumerable<string> Missed(RewardReport report)
    {
        if (report.MacroGain.Estimate < GainOverBestRule || report.MacroGain.Low <= 0)
        {
            yield return $"gain of the macro mean over '{report.BestRule}': {report.MacroGain.Estimate:0.0} [{report.MacroGain.Low:0.0}, {report.MacroGain.High:0.0}], at least {GainOverBestRule:0} and above 0";
        }
        if (report.BySet.TryGetValue(SetWithReferences, out var set) && set["model"].Estimate < WithReferences)
        {
            yield return $"accuracy on '{SetWithReferences}': {set["model"].Estimate:0.0}, at least {WithReferences:0}";
        }
        if (report.LengthMatched.Estimate < LengthMatched)
        {
            yield return $"accuracy on pairs of one length: {report.LengthMatched.Estimate:0.0}, at least {LengthMatched:0}";
        }
        foreach (var (kind, figure) in report.Contrasts.Where(static c => c.Value.Estimate < Told))
        {
            yield return $"answers made worse by '{kind}' that are told: {figure.Estimate:0.0}, at least {Told:0}";
        }
    }
}
