using System.CommandLine;
using WebQA.Cli.Evaluation;
using WebQA.Cli.Hosting;
using WebQA.Cli.Output;
using WebQA.Core.Feedback;
using WebQA.Evaluation.Rewards;
using WebQA.Evaluation.Training;
using WebQA.Statistics;
using WebQA.Storage.Exchange;

namespace WebQA.Cli.Commands;

/// <summary><c>webqa eval reward</c>: fits reward models to comparisons by folds of questions, and judges each by the questions it never saw.</summary>
internal static class EvalRewardCommand
{
    public static Command Create(CliSession session)
    {
        var pairs = new Argument<string>("comparisons") { Description = "The file of comparisons, in the form 'webqa'." };
        var folds = NumberOption.Whole("--folds", "Parts the questions are split into.", 5, 2, 20);
        var work = new Option<string?>("--work") { Description = "Folder for data, checkpoints and models; a stopped run goes on there. [default: a temporary one]", HelpName = "folder" };
        var options = new Option<string?>("--options") { Description = "The trainer's options (JSON).", HelpName = "file" };
        var others = new Option<bool>("--leave-one-set-out") { Description = "Also fit to all sets but one and judge by that one." };
        var floors = new Option<bool>("--floors") { Description = "Fail where a figure is below what a reward model must reach." };
        var json = JsonOutput.CreateOption("the figures");
        var command = new Command("reward", "Fit reward models to comparisons and judge them by questions they never saw, trivial rules beside.") { pairs, folds, work, options, others, floors, json };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            session, parsed.GetRequiredValue(pairs), parsed.GetValue(folds), parsed.GetValue(work), parsed.GetValue(options), parsed.GetValue(others),
            parsed.GetValue(floors), JsonOutput.Read(parsed.GetValue(json)), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        CliSession session, string pairs, int folds, string? work, string? options, bool others, bool withFloors, JsonOutput json, CancellationToken cancellationToken)
    {
        if (!File.Exists(pairs))
        {
            throw new UsageException($"There is no file '{pairs}'.");
        }
        List<Comparison> comparisons;
        await using (var file = File.OpenRead(pairs))
        {
            comparisons = await ComparisonFormats.Find("webqa")!.ReadAsync(file, cancellationToken).ToListAsync(cancellationToken);
        }
        var simulated = comparisons.RemoveAll(static c => c.IsSimulated);
        if (simulated > 0)
        {
            await session.Error.WriteLineAsync($"{simulated} comparisons by simulated labelers are left out.");
        }
        var temporary = work is null ? Directory.CreateTempSubdirectory("webqa-reward-") : null;
        try
        {
            var validation = new RewardCrossValidation(TrainerProcess.Find(), work ?? temporary!.FullName, options, session.Error.WriteLine);
            var scores = await validation.RunAsync(comparisons, folds, cancellationToken);
            var report = RewardReport.Of(scores, others ? await validation.LeaveOneSetOutAsync(comparisons, cancellationToken) : []);
            await json.WriteAsync(session, JsonText.Document(report));
            if (!json.IsStandardOutput)
            {
                await WriteAsync(session, report);
            }
            var missed = withFloors ? RewardFloors.Missed(report).ToList() : [];
            missed.ForEach(floor => session.Error.WriteLine($"Missed: {floor}."));
            return missed.Count == 0 ? ExitCode.Done : ExitCode.Failed;
        }
        finally
        {
            temporary?.Delete(recursive: true);
        }
    }

    private static async Task WriteAsync(CliSession session, RewardReport report)
    {
        foreach (var (set, judges) in report.BySet.OrderBy(static s => s.Key, StringComparer.Ordinal))
        {
            await session.Out.WriteLineAsync($"{set} ({report.Decided[set]} decided): {string.Join(", ", judges.Select(static j => $"{j.Key} {Text(j.Value)}"))}");
        }
        await session.Out.WriteLineAsync($"macro mean: {string.Join(", ", report.Macro.Select(static j => $"{j.Key} {Text(j.Value)}"))}");
        await session.Out.WriteLineAsync($"gain over {report.BestRule}: {Text(report.MacroGain)}");
        await session.Out.WriteLineAsync($"length-matched {Text(report.LengthMatched)}, shorter preferred {Text(report.ShorterPreferred)}");
        await session.Out.WriteLineAsync($"calibration error {report.CalibrationError:0.000}, log-loss {report.LogLoss:0.000}");
        await session.Out.WriteLineAsync($"made worse, told: {string.Join(", ", report.Contrasts.Select(static c => $"{c.Key} {Text(c.Value)}"))}");
        if (report.LeaveOneSetOut.Count > 0)
        {
            await session.Out.WriteLineAsync($"fitted to the other sets: {string.Join(", ", report.LeaveOneSetOut.Select(static c => $"{c.Key} {Text(c.Value)}"))}");
        }
    }

    private static string Text(Interval interval) => $"{interval.Estimate:0.0} [{interval.Low:0.0}, {interval.High:0.0}]";
}
