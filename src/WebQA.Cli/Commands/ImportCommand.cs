using System.CommandLine;
using WebQA.Cli.Hosting;
using WebQA.Cli.Output;
using WebQA.Storage.Exchange;

namespace WebQA.Cli.Commands;

/// <summary><c>webqa import</c>: a file of comparisons into a project, all of it or nothing.</summary>
internal static class ImportCommand
{
    public static Command Create(CliSession session)
    {
        var source = new Argument<string>("file") { Description = "The file of comparisons." };
        var from = ComparisonFileOptions.Form("--from", "The form of the file");
        var project = ComparisonFileOptions.Project("The project to take it into; made where there is none of that name.");
        var json = JsonOutput.CreateOption("what was done");
        var command = new Command("import", "Take a file of comparisons into a project: all of it or nothing.") { source, from, project, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (file, name) = (ComparisonFileOptions.Existing(parsed.GetRequiredValue(source)), parsed.GetRequiredValue(project));
            var output = JsonOutput.Read(parsed.GetValue(json));
            var done = await session.Get<ProjectImport>().RunAsync(file, ComparisonFileOptions.Format(parsed.GetRequiredValue(from)), name, ownerId: null, cancellationToken);
            await output.WriteAsync(session, JsonText.Document(done));
            var known = done.Comparisons == done.Added ? string.Empty : $" {done.Comparisons - done.Added} were there already.";
            await session.Error.WriteLineAsync($"{done.Added} of {done.Comparisons} comparisons taken into {(done.IsNewProject ? "the new project" : "the project")} '{name}', {done.Tasks} new pairs of answers.{known}");
            return ExitCode.Done;
        });
        return command;
    }
}
