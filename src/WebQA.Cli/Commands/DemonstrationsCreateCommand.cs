using System.CommandLine;
using WebQA.Cli.Hosting;
using WebQA.Core.Feedback;
using WebQA.Runs.Batches;

namespace WebQA.Cli.Commands;

/// <summary><c>webqa demonstrations create</c>: a file of questions becomes tasks of a project whose people demonstrate.</summary>
internal static class DemonstrationsCreateCommand
{
    public static Command Create(CliSession session)
    {
        var project = ComparisonFileOptions.Project("The project to add to; made where there is none of that name.");
        var questions = new Option<string>("--questions") { Description = "The questions, a JSON line each, as 'webqa run' takes them.", Required = true, HelpName = "file" };
        var overlap = NumberOption.Whole("--overlap", "People who demonstrate the same question, where the project is made.", 1, 1, 100);
        var command = new Command("create", "Make tasks of questions.") { project, questions, overlap };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var asked = await QuestionFile.ReadAsync(parsed.GetRequiredValue(questions), cancellationToken);
            var store = session.Get<IFeedbackStore>();
            var name = parsed.GetRequiredValue(project);
            if ((await store.ListProjectsAsync(cancellationToken)).All(p => p.Project.Name != name))
            {
                await store.CreateProjectAsync(new FeedbackProject { Name = name, Form = ProjectForm.Demonstration, Overlap = parsed.GetValue(overlap) }, cancellationToken);
            }
            var added = await store.AddTasksAsync(name, [.. asked.Select(static q => ComparisonTask.OfQuestion(q.Question))], cancellationToken);
            await session.Error.WriteLineAsync($"{added} of {asked.Count} questions were new and are in '{name}'.");
            return ExitCode.Done;
        });
        return command;
    }
}
