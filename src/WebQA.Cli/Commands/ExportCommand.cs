using System.CommandLine;
using WebQA.Cli.Hosting;
using WebQA.Cli.Output;
using WebQA.Storage.Exchange;

namespace WebQA.Cli.Commands;

/// <summary><c>webqa export</c>: the comparisons of a project as a file, or the answers that its ratings single out, with a manifest beside it.</summary>
internal static class ExportCommand
{
    public static Command Create(CliSession session)
    {
        var project = ComparisonFileOptions.Project("The project to export.");
        var to = ComparisonFileOptions.Form("--to", "The form to write", orAnswers: true);
        var target = ComparisonFileOptions.Target();
        var ties = ComparisonFileOptions.Ties();
        var madeBy = MadeByOption.Create();
        var adjudicated = new Option<bool>("--adjudicated") { Description = "Put reviewers' decisions in the place of the labels they decide about." };
        var json = JsonOutput.CreateOption("the manifest");
        var command = new Command("export", "Write the comparisons of a project to a file, or the good answers among them; labelers are named by a keyed hash.") { project, to, target, ties, madeBy, adjudicated, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var file = ComparisonFileOptions.Writable(parsed.GetRequiredValue(target));
            var output = JsonOutput.Read(parsed.GetValue(json));
            var (name, form, who) = (parsed.GetRequiredValue(project), parsed.GetRequiredValue(to), parsed.GetValue(madeBy));
            var manifest = AnswerFormats.Find(form) is { } answers
                ? await session.Get<AnswerExport>().RunAsync(name, who, file, answers, cancellationToken)
                : await session.Get<ProjectExport>().RunAsync(name, who, file, ComparisonFileOptions.Format(form), parsed.GetValue(ties), parsed.GetValue(adjudicated), cancellationToken);
            await ComparisonFileOptions.ReportAsync(session, manifest, file, output, cancellationToken);
            return ExitCode.Done;
        });
        return command;
    }
}
