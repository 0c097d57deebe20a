using System.CommandLine;
using WebQA.Cli.Hosting;
using WebQA.Cli.Output;
using WebQA.Core.Feedback;
using WebQA.Evaluation.Rewards;
using WebQA.Evaluation.Training;
using WebQA.Models.ModelFolders;
using WebQA.Storage.Exchange;

namespace WebQA.Cli.Commands;

/// <summary><c>webqa train reward</c>: fits a reward model to comparisons and writes its folder.</summary>
internal static class TrainRewardCommand
{
    public static Command Create(CliSession session)
    {
        var data = new Option<string[]>("--data") { Description = "Files of comparisons, in the form 'webqa'.", Required = true, AllowMultipleArgumentsPerToken = true, HelpName = "files" };
        var target = new Option<string>("--out") { Description = "The model folder to write.", Required = true, HelpName = "folder" };
        var parts = TrainOptions.Create("webqa-reward");
        var simulated = new Option<bool>("--simulated") { Description = "Also use comparisons by simulated labelers; the card says how many." };
        var json = JsonOutput.CreateOption("the figures on held-out questions");
        var command = new Command("reward", "Fit a reward model to comparisons. Stopped, the same command with the same --work goes on.")
        {
            data, target, parts.Name, parts.License, parts.Work, parts.Options, simulated, json,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            session, parsed.GetRequiredValue(data), parsed.GetRequiredValue(target), parts.Read(parsed), parsed.GetValue(simulated), JsonOutput.Read(parsed.GetValue(json)), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CliSession session, string[] files, string target, TrainOptions.Values options, bool withSimulated, JsonOutput json, CancellationToken cancellationToken)
    {
        var (comparisons, data) = (new List<Comparison>(), new List<ModelData>());
        foreach (var path in files.Select(ComparisonFileOptions.Existing))
        {
            await using var file = File.OpenRead(path);
            var read = await ComparisonFormats.Find("webqa")!.ReadAsync(file, cancellationToken).Where(c => withSimulated || !c.IsSimulated).ToListAsync(cancellationToken);
            comparisons.AddRange(read);
            data.Add(await TrainOptions.DataAsync(path, read.Count, cancellationToken));
        }
        using var work = new WorkFolder(options.Work, "webqa-train-reward-");
        var lines = new TrainingProgressLines(session.Error);
        var training = new RewardModelTraining(TrainerProcess.Find(), work.Path, options.OptionsFile, lines.Write);
        var model = await training.RunAsync(comparisons, target, new TrainingSource(options.Name, Command(files, target, options, withSimulated), options.License, data), cancellationToken);
        await json.WriteAsync(session, JsonText.Document(model.HeldOut));
        await session.Error.WriteLineAsync($"Written: {target} ({model.Manifest.Name} {model.Manifest.Version}). On questions it never saw: {model.HeldOut.Macro["model"].Estimate:0.0} % as people judged, the best trivial rule ({model.HeldOut.BestRule}) {model.HeldOut.Macro[model.HeldOut.BestRule].Estimate:0.0} %. More in its README.md.");
        return ExitCode.Done;
    }

    /// <summary>Files by their names alone: a card says nothing of the folders of a machine.</summary>
    private static string Command(string[] files, string target, TrainOptions.Values options, bool withSimulated) =>
        $"webqa train reward --data {string.Join(' ', files.Select(Path.GetFileName))} --out {Path.GetFileName(Path.TrimEndingDirectorySeparator(target))}{options.Suffix}{(withSimulated ? " --simulated" : string.Empty)}";
}
