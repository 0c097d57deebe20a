using System.Globalization;
using System.Text;
using WebQA.Core.Feedback;
using WebQA.Evaluation.Training;
using WebQA.Models.ModelFolders;
using WebQA.Models.RewardModels;
using WebQA.Statistics;

namespace WebQA.Evaluation.Rewards;

/// <summary>What a reward model's folder says of it: <c>model.json</c> and the card.</summary>
internal static class RewardModelCard
{
    public static ModelManifest Manifest(string version, RewardReport report, TrainingSource about, int members) => new()
    {
        Schema = ModelManifest.CurrentSchema,
        Kind = OnnxRewardModel.Kind,
        Name = about.Name,
        Version = version,
        Inputs = ["features"],
        Output = "rewards",
        Dimensions = members,
        MaxTokens = 0,
        Files = [],
        Source = "fitted to comparisons of answers; the data are named below",
        License = about.License,
        MadeBy = about.Command,
        Features = RewardFeatures.Version,
        Data = about.Data,
        Metrics = Metrics(report),
    };

    public static string Text(ModelManifest manifest, RewardReport report, IReadOnlyList<Comparison> fitted, IReadOnlyList<Comparison> heldOut)
    {
        var text = new StringBuilder();
        void Line(FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
        Line($"# {manifest.Name}, version {manifest.Version}");
        Line($"");
        Line($"Question, quotes and answer in; log-odds that labelers prefer the answer out. Only differences between answers to one question carry meaning: 1.0 more is preferred 73 % of the time.");
        Line($"");
        Line($"- **Form**: {manifest.Dimensions} small networks (a line and {RewardFeatures.Names.Count} features beside a hidden layer) that differ in their seeds, features `{manifest.Features}` of the text and of its support by the quotes; no encoder. The mean is the reward, the lowest a reward that is harder to fool.");
        Line($"- **Departure from the paper**: WebGPT's reward model starts from its cloned policy; this one reads features. Who wrote an answer and where it was shown are never inputs.");
        Line($"- **Fitted to**: {fitted.Count} comparisons of {Questions(fitted)} questions{Simulated(fitted)}; at most 8 a question, soft Bradley-Terry with ties as ½, sets weighted 1/√n, answers padded on purpose as lessons, temperature from a split of its own.");
        foreach (var data in manifest.Data)
        {
            Line($"- **Data**: {data.Name}, {data.Records} comparisons, SHA-256 {data.Sha256}");
        }
        Line($"- **Licence of the weights**: {manifest.License}. No text of the data is in them.");
        Line($"- **Made by**: `{manifest.MadeBy}`");
        Line($"");
        Line($"## Figures, on {heldOut.Count} comparisons of {Questions(heldOut)} questions it never saw");
        Line($"");
        Line($"Strict accuracy on decided pairs, %, with 95 % intervals by resampling questions; equal scores are wrong.");
        Line($"");
        var judges = report.Macro.Keys.Order(StringComparer.Ordinal).ToList();
        Line($"| set | decided | {string.Join(" | ", judges)} |");
        Line($"|---|---|{string.Concat(judges.Select(static _ => "---|"))}");
        foreach (var (set, figures) in report.BySet.OrderBy(static s => s.Key, StringComparer.Ordinal))
        {
            Line($"| {set} | {report.Decided[set]} | {string.Join(" | ", judges.Select(j => Figure(figures[j])))} |");
        }
        Line($"| macro mean | | {string.Join(" | ", judges.Select(j => Figure(report.Macro[j])))} |");
        Line($"");
        Line($"Of one length (within a tenth): {Figure(report.LengthMatched)}. Shorter preferred: {Figure(report.ShorterPreferred)}. Calibration error {report.CalibrationError:0.000}, log-loss {report.LogLoss:0.000} (a coin: .693).");
        Line($"Told from the same answer made worse: {string.Join("; ", report.Contrasts.OrderBy(static c => c.Key, StringComparer.Ordinal).Select(static c => $"{c.Key} {Figure(c.Value)}"))}.");
        Line($"");
        Line($"People agree with each other in 73 to 74 % of such comparisons. Weak spots: English only; it counts words and does not understand them; where the shorter answer is better it is often wrong.");
        return text.ToString();
    }

    private static Dictionary<string, double> Metrics(RewardReport report)
    {
        var metrics = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var (set, figures) in report.BySet)
        {
            Add(metrics, $"accuracy_{set}", figures["model"]);
        }
        Add(metrics, "accuracy_macro", report.Macro["model"]);
        Add(metrics, $"accuracy_macro_of_best_rule_{report.BestRule}", report.Macro[report.BestRule]);
        Add(metrics, "accuracy_length_matched", report.LengthMatched);
        metrics["calibration_error"] = report.CalibrationError;
        metrics["log_loss"] = report.LogLoss;
        // A figure of no comparison is no figure, and JSON has no number for it.
        return metrics.Where(static m => double.IsFinite(m.Value)).ToDictionary(static m => m.Key, static m => Math.Round(m.Value, 4), StringComparer.Ordinal);
    }

    private static void Add(Dictionary<string, double> metrics, string name, Interval interval) =>
        (metrics[name], metrics[$"{name}_low"], metrics[$"{name}_high"]) = (interval.Estimate, interval.Low, interval.High);

    private static int Questions(IEnumerable<Comparison> comparisons) => comparisons.Select(static c => c.Question.Text).Distinct(StringComparer.Ordinal).Count();

    private static string Simulated(IReadOnlyList<Comparison> comparisons) =>
        comparisons.Count(static c => c.IsSimulated) is var count and > 0 ? $", {count} of them by simulated labelers" : string.Empty;

    private static string Figure(Interval interval) => string.Create(CultureInfo.InvariantCulture, $"{interval.Estimate:0.0} [{interval.Low:0.0}, {interval.High:0.0}]");
}
