using System.CommandLine;
using WebQA.Cli.Hosting;
using WebQA.Cli.Output;
using WebQA.Storage.Exchange;

namespace WebQA.Cli.Commands;

/// <summary><c>webqa convert</c>: a file of comparisons from one form to another, with a manifest beside it.</summary>
internal static class ConvertCommand
{
    public static Command Create(CliSession session)
    {
        var source = new Argument<string>("file") { Description = "The file of comparisons." };
        var from = ComparisonFileOptions.Form("--from", "The form of the file");
        var to = ComparisonFileOptions.Form("--to", "The form to write");
        var target = ComparisonFileOptions.Target();
        var ties = ComparisonFileOptions.Ties();
        var json = JsonOutput.CreateOption("the manifest");
        var command = new Command("convert", "Take comparisons from one form to another: webgpt_comparisons, Parquet, TRL, OpenAI, Label Studio, Argilla.") { source, from, to, target, ties, json };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            session, ComparisonFileOptions.Existing(parsed.GetRequiredValue(source)), ComparisonFileOptions.Format(parsed.GetRequiredValue(from)),
            ComparisonFileOptions.Writable(parsed.GetRequiredValue(target)), ComparisonFileOptions.Format(parsed.GetRequiredValue(to)),
            parsed.GetValue(ties), JsonOutput.Read(parsed.GetValue(json)), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        CliSession session, string source, IComparisonFormat from, string target, IComparisonFormat to, TiePolicy ties, JsonOutput json, CancellationToken cancellationToken)
    {
        var manifest = await ComparisonConversion.RunAsync(source, from, target, to, ties, cancellationToken);
        await ComparisonFileOptions.ReportAsync(session, manifest, target, json, cancellationToken);
        return ExitCode.Done;
    }
}
