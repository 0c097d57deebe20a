using System.CommandLine;
using WebQA.Cli.Evaluation;
using WebQA.Cli.Hosting;
using WebQA.Cli.Output;
using WebQA.Core.Browsing;
using WebQA.Evaluation.Contrast;
using WebQA.Evaluation.Support;
using WebQA.Evaluation.Training;
using WebQA.Models.RewardModels;
using WebQA.Statistics;

namespace WebQA.Cli.Commands;

/// <summary><c>webqa eval contrast</c>: whether support and reward models tell sound answers from damaged ones, and agree with people.</summary>
internal static class EvalContrastCommand
{
    public static Command Create(CliSession session)
    {
        var data = SupportDataOptions.Create();
        var reward = new Option<string?>("--reward-model") { Description = "Folder of the reward model. [default: the one shipped]", HelpName = "folder" };
        var work = new Option<string?>("--work") { Description = "Folder for data, checkpoints and models; a stopped run goes on there. [default: a temporary one]", HelpName = "folder" };
        var options = new Option<string?>("--options") { Description = "The trainer's options (JSON).", HelpName = "file" };
        var kinds = new Option<bool>("--leave-kind-out") { Description = "Also judge each kind of damage by models that had no lesson of it." };
        var floors = new Option<bool>("--floors") { Description = "Fail where a figure is below what a support model must reach." };
        var json = JsonOutput.CreateOption("the figures");
        var command = new Command("contrast", "Damage answers in known ways and see which models notice, word overlap beside; five folds by question.")
        {
            data.ExpertQa, data.ClapNq, data.Claims, reward, work, options, kinds, floors, json,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var output = JsonOutput.Read(parsed.GetValue(json));
            using var model = new OnnxRewardModel(parsed.GetValue(reward));
            using var folder = new WorkFolder(parsed.GetValue(work), "webqa-contrast-");
            var measurement = new ContrastMeasurement(TrainerProcess.Find(), session.Get<IEmbedder>(), model, folder.Path, session.Error.WriteLine);
            var (contrasts, agreement) = await measurement.RunAsync(data.Read(parsed), parsed.GetValue(kinds), parsed.GetValue(options), cancellationToken);
            await output.WriteAsync(session, JsonText.Document(new { RewardModel = model.Name, Contrasts = contrasts, Agreement = agreement }));
            if (!output.IsStandardOutput)
            {
                await WriteAsync(session, contrasts, agreement);
            }
            var missed = parsed.GetValue(floors) ? ContrastFloors.Missed(contrasts).ToList() : [];
            missed.ForEach(floor => session.Error.WriteLine($"Missed: {floor}."));
            return missed.Count == 0 ? ExitCode.Done : ExitCode.Failed;
        });
        return command;
    }

    private static async Task WriteAsync(CliSession session, ContrastReport report, SupportAgreementReport agreement)
    {
        foreach (var (measure, figures) in new[] { ("above the damaged one", report.Paired), ("flagged, sentences", report.Flagged) })
        {
            await session.Out.WriteLineAsync($"{measure}:");
            foreach (var (kind, judges) in figures.Detected)
            {
                await session.Out.WriteLineAsync($"  {kind} ({figures.Answers[kind]} answers): {string.Join(", ", judges.Select(static j => $"{j.Key} {Text(j.Value)}"))}; gain over word overlap {Text(figures.GainOverWordOverlap[kind])}");
            }
        }
        await session.Out.WriteLineAsync(
            $"{agreement.Sentences} sentences judged by people ({agreement.ShareSupported:0.0} % supported): AUC {Text(agreement.Auc)}, word overlap {Text(agreement.AucOfWordOverlap)}, gain {Text(agreement.AucGain)}; balanced accuracy {Text(agreement.BalancedAccuracy)}");
    }

    private static string Text(Interval interval) => $"{interval.Estimate:0.0} [{interval.Low:0.0}, {interval.High:0.0}]";
}
