using System.CommandLine;
using WebQA.Cli.Hosting;
using WebQA.Cli.Output;
using WebQA.Storage.Exchange;

namespace WebQA.Cli.Commands;

/// <summary>What the commands that read or write files of comparisons have in common.</summary>
internal static class ComparisonFileOptions
{
    /// <summary>A form of comparisons; with <paramref name="orAnswers"/> also one of answers alone.</summary>
    public static Option<string> Form(string name, string description, bool orAnswers = false)
    {
        string[] names = [.. ComparisonFormats.All.Select(static format => format.Name), .. orAnswers ? AnswerFormats.All.Select(static format => format.Name) : []];
        var option = new Option<string>(name) { Description = $"{description}: {string.Join(", ", names)}.", Required = true, HelpName = "form" };
        option.AcceptOnlyFromAmong(names);
        return option;
    }

    public static Option<string> Target() => new("--out") { Description = "The file to write; its manifest goes beside it.", Required = true, HelpName = "file" };

    public static Option<TiePolicy> Ties() => new("--ties")
    {
        Description = "What becomes of ties where the form holds none: 'drop' leaves them out and counts them; 'expand' writes a decided pair twice and a tie once each way.",
        DefaultValueFactory = _ => TiePolicy.Drop,
    };

    public static Option<string> Project(string description) => new("--project") { Description = description, Required = true, HelpName = "name" };

    public static IComparisonFormat Format(string name) => ComparisonFormats.Find(name) ?? throw new UsageException($"There is no form '{name}'.");

    public static string Existing(string source) => File.Exists(source) ? source : throw new UsageException($"There is no file '{source}'.");

    public static string Writable(string target) => Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(target)))
        ? target
        : throw new UsageException($"The folder of '{target}' does not exist. Make it first, or name another file.");

    /// <summary>Writes the manifest, and says what became of the ties.</summary>
    public static async Task ReportAsync(CliSession session, ExportManifest manifest, string target, JsonOutput json, CancellationToken cancellationToken)
    {
        var document = JsonText.Document(manifest);
        await File.WriteAllTextAsync($"{target}.manifest.json", document + "\n", cancellationToken);
        await json.WriteAsync(session, document);
        var dropped = manifest.DroppedTies == 0 ? string.Empty : $" {manifest.DroppedTies} ties were dropped, since '{manifest.Format}' cannot hold them; --ties expand keeps them.";
        await session.Error.WriteLineAsync($"{manifest.Written} records of {manifest.Comparisons} comparisons written to {target}.{dropped}");
    }
}
