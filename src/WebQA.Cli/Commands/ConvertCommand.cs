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
        var from = FormatOption("--from", "The form of the file");
        var to = FormatOption("--to", "The form to write");
        var target = new Option<string>("--out") { Description = "The file to write; its manifest goes beside it.", Required = true, HelpName = "file" };
        var ties = new Option<TiePolicy>("--ties")
        {
            Description = "What becomes of ties where the form holds none: 'drop' leaves them out and counts them; 'expand' writes a decided pair twice and a tie once each way.",
            DefaultValueFactory = _ => TiePolicy.Drop,
        };
        var json = JsonOutput.CreateOption("the manifest");
        var command = new Command("convert", "Take comparisons from one form to another: webgpt_comparisons, TRL, OpenAI, Label Studio.") { source, from, to, target, ties, json };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            session, parsed.GetRequiredValue(source), Format(parsed.GetRequiredValue(from)), parsed.GetRequiredValue(target), Format(parsed.GetRequiredValue(to)),
            parsed.GetValue(ties), JsonOutput.Read(parsed.GetValue(json)), cancellationToken));
        return command;
    }

    private static Option<string> FormatOption(string name, string description)
    {
        var option = new Option<string>(name) { Description = $"{description}: {string.Join(", ", Names)}.", Required = true, HelpName = "form" };
        option.AcceptOnlyFromAmong([.. Names]);
        return option;
    }

    private static IEnumerable<string> Names => ComparisonFormats.All.Select(static format => format.Name);

    private static IComparisonFormat Format(string name) => ComparisonFormats.Find(name) ?? throw new UsageException($"There is no form '{name}'.");

    private static async Task<int> RunAsync(
        CliSession session, string source, IComparisonFormat from, string target, IComparisonFormat to, TiePolicy ties, JsonOutput json, CancellationToken cancellationToken)
    {
        if (!File.Exists(source))
        {
            throw new UsageException($"There is no file '{source}'.");
        }
        if (!Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(target))))
        {
            throw new UsageException($"The folder of '{target}' does not exist. Make it first, or name another file.");
        }
        var manifest = await ComparisonConversion.RunAsync(source, from, target, to, ties, cancellationToken);
        var document = JsonText.Document(manifest);
        await File.WriteAllTextAsync($"{target}.manifest.json", document + "\n", cancellationToken);
        await json.WriteAsync(session, document);
        var dropped = manifest.DroppedTies == 0 ? string.Empty : $" {manifest.DroppedTies} ties were dropped, since '{to.Name}' cannot hold them; --ties expand keeps them.";
        await session.Error.WriteLineAsync($"{manifest.Written} records of {manifest.Comparisons} comparisons written to {target}.{dropped}");
        return ExitCode.Done;
    }
}
