using System.CommandLine;
using WebQA.Cli.Hosting;
using WebQA.Cli.Output;
using WebQA.Runs.Demonstrations;

namespace WebQA.Cli.Commands;

/// <summary><c>webqa demonstrations export</c>: what a policy would have seen and what the person did, with a manifest beside it.</summary>
internal static class DemonstrationsExportCommand
{
    public static Command Create(CliSession session)
    {
        var project = new Option<string?>("--project") { Description = "The project; all where it is left out.", HelpName = "name" };
        var form = new Option<DemonstrationForm>("--to") { Description = "A line a step with all that is known of it, or chat messages for the trainers of language models.", DefaultValueFactory = _ => DemonstrationForm.Steps };
        var target = ComparisonFileOptions.Target();
        var command = new Command("export", "Write demonstrations as training data: scrolls merged, the policy's view rendered again.") { project, form, target };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var file = ComparisonFileOptions.Writable(parsed.GetRequiredValue(target));
            await using var output = File.Create(file);
            var manifest = await session.Get<DemonstrationExport>().WriteAsync(parsed.GetValue(form), parsed.GetValue(project), output, cancellationToken);
            await File.WriteAllTextAsync($"{file}.manifest.json", JsonText.Document(manifest) + "\n", cancellationToken);
            await session.Error.WriteLineAsync($"{manifest.Steps} steps and {manifest.Answers} answers of {manifest.Demonstrations} demonstrations written to {file}.");
            return ExitCode.Done;
        });
        return command;
    }
}
