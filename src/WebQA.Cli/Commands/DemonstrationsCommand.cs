using System.CommandLine;
using WebQA.Cli.Hosting;
using WebQA.Cli.Output;
using WebQA.Core.Demonstrations;

namespace WebQA.Cli.Commands;

/// <summary><c>webqa demonstrations</c>: questions for people to demonstrate, and what they made of them.</summary>
internal static class DemonstrationsCommand
{
    public static Command Create(CliSession session) => new("demonstrations", "Questions for people to demonstrate, and what they made of them.")
    {
        DemonstrationsCreateCommand.Create(session), List(session), DemonstrationsExportCommand.Create(session),
    };

    private static Command List(CliSession session)
    {
        var project = new Option<string?>("--project") { Description = "The project; all where it is left out.", HelpName = "name" };
        var state = new Option<DemonstrationState>("--state") { Description = "How far they are.", DefaultValueFactory = _ => DemonstrationState.HandedIn };
        var command = new Command("list", "List demonstrations.") { project, state };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var found = await session.Get<IDemonstrationStore>()
                .ReadAsync(new DemonstrationQuery(Project: parsed.GetValue(project), State: parsed.GetValue(state)), cancellationToken).ToListAsync(cancellationToken);
            if (found.Count == 0)
            {
                await session.Error.WriteLineAsync("There is no such demonstration yet. People make them at /demonstrate in the web app.");
                return ExitCode.Done;
            }
            TextTable.Write(
                session.Out,
                ["episode", "project", "outcome", "active min", "undone", "begun", "question"],
                found.Select(static d => (IReadOnlyList<string>)
                [
                    d.EpisodeId, d.Task?.Project ?? string.Empty, $"{d.Outcome}", $"{d.Time.Active.TotalMinutes:0.0}", $"{d.Undos + d.Resets}",
                    $"{d.StartedAt:yyyy-MM-dd HH:mm}", TerminalText.Safe(d.Question.Text),
                ]));
            return ExitCode.Done;
        });
        return command;
    }
}
