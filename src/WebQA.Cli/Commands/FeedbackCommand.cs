using System.CommandLine;
using WebQA.Cli.Hosting;
using WebQA.Cli.Output;
using WebQA.Core.Feedback;

namespace WebQA.Cli.Commands;

/// <summary><c>webqa feedback</c>: the projects in which people compare answers, and what came of them.</summary>
internal static class FeedbackCommand
{
    public static Command Create(CliSession session) =>
        new("feedback", "Projects in which answers are compared: how far they are, and what came of them.") { List(session), FeedbackCreateCommand.Create(session), FeedbackStatsCommand.Create(session) };

    private static Command List(CliSession session)
    {
        var json = JsonOutput.CreateOption("the list");
        var command = new Command("list", "List the projects.") { json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var output = JsonOutput.Read(parsed.GetValue(json));
            var projects = await session.Get<IFeedbackStore>().ListProjectsAsync(cancellationToken);
            await output.WriteAsync(session, JsonText.Document(projects));
            if (projects.Count == 0)
            {
                await session.Error.WriteLineAsync("There is no project yet. 'webqa import FILE --from webqa --project NAME' makes one of a file.");
            }
            else if (!output.IsStandardOutput)
            {
                Write(session.Out, projects);
            }
            return ExitCode.Done;
        });
        return command;
    }

    private static void Write(TextWriter writer, IReadOnlyList<ProjectProgress> projects) => TextTable.Write(
        writer,
        ["project", "form", "tasks", "people a task", "complete", "held", "dropped", "gold", "comparisons", "simulated"],
        projects.Select(p => (IReadOnlyList<string>)
        [
            p.Project.Name, $"{p.Project.Form}", $"{p.Tasks}", $"{p.Project.Overlap}", $"{p.Complete}", $"{p.Held}", $"{p.Dropped}", $"{p.Gold}", $"{p.Comparisons}", $"{p.Simulated}",
        ]));
}
