using System.CommandLine;
using System.Text.Json;
using WebQA.Cli.Hosting;
using WebQA.Core.Feedback;
using WebQA.Core.Questions;
using WebQA.Feedback.Sampling;
using WebQA.Runs.Answers;

namespace WebQA.Cli.Commands;

/// <summary><c>webqa compare create</c>: pairs of a run's answers to the same question become tasks of a project.</summary>
internal static class CompareCreateCommand
{
    public static Command Create(CliSession session)
    {
        var run = new Option<string>("--run") { Description = "The folder of a run with two or more samples a question.", Required = true, HelpName = "folder" };
        var project = ComparisonFileOptions.Project("The project to add to; made where there is none of that name.");
        var form = new Option<ProjectForm?>("--form")
        {
            Description = "What people do: compare, compare without references, or rate one answer; Comparison where the project is made and nothing is said.",
        };
        var pairs = NumberOption.Whole("--pairs", "Most pairs a question; most answers where they are rated alone.", 1, 1, 1_000);
        var overlap = NumberOption.Whole("--overlap", "People who judge the same pair, where the project is made.", 1, 1, 100);
        var seed = NumberOption.Whole("--seed", "Draws the pairs; for a new project the sides too.", 0, 0, int.MaxValue);
        var command = new Command("create", "Make comparison tasks of the samples of a run.") { run, project, form, pairs, overlap, seed };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            session, parsed.GetRequiredValue(run), new FeedbackProject { Name = parsed.GetRequiredValue(project), Overlap = parsed.GetValue(overlap), Seed = parsed.GetValue(seed) },
            parsed.GetValue(form), parsed.GetValue(pairs), parsed.GetValue(seed), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CliSession session, string run, FeedbackProject project, ProjectForm? form, int pairs, int seed, CancellationToken cancellationToken)
    {
        var store = session.Get<IFeedbackStore>();
        var there = (await store.ListProjectsAsync(cancellationToken)).FirstOrDefault(progress => progress.Project.Name == project.Name)?.Project;
        project = Formed(project.Checked(), there, form);
        var answers = await ReadAsync(run, cancellationToken).ToListAsync(cancellationToken);
        var tasks = project.Form == ProjectForm.AbsoluteRating ? PairSampler.Alone(answers, pairs, seed) : PairSampler.Pairs(answers, pairs, seed);
        if (tasks.Count == 0)
        {
            if (project.Form == ProjectForm.AbsoluteRating)
            {
                throw new UsageException($"The run {run} has no answers.");
            }
            throw new UsageException($"The run {run} has {answers.Count} answers and no two different ones to the same question. Run it with --n 2 or more and a temperature above 0.");
        }
        var added = await store.AddTasksAsync(project, tasks, cancellationToken);
        var known = added == tasks.Count ? string.Empty : $" {tasks.Count - added} were there already.";
        await session.Error.WriteLineAsync($"{added} tasks of {answers.Count} answers added to the project '{project.Name}'.{known}");
        return ExitCode.Done;
    }

    private static FeedbackProject Formed(FeedbackProject wanted, FeedbackProject? there, ProjectForm? form)
    {
        if (there is not null && form is { } said && said != there.Form)
        {
            throw new UsageException($"The project '{there.Name}' has the form {there.Form}. Leave --form out, or name another project.");
        }
        var project = wanted with { Form = there?.Form ?? form ?? ProjectForm.Comparison };
        return project.Form == ProjectForm.Demonstration
            ? throw new UsageException("Answers of a run are compared or rated, not demonstrated. Name another form.")
            : project;
    }

    private static async IAsyncEnumerable<SampledAnswer> ReadAsync(string run, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var file = Path.Combine(run, "answers.jsonl");
        if (!File.Exists(file))
        {
            throw new UsageException($"There is no '{file}'. Name a folder that 'webqa run --out' has written.");
        }
        var number = 0;
        await foreach (var line in File.ReadLinesAsync(file, cancellationToken))
        {
            number++;
            if (Parse(file, number, line) is { Answer: { } text } document)
            {
                yield return new SampledAnswer(
                    new Question(document.Question.Id, document.Question.Text, document.Environment.Name),
                    new ComparedAnswer(text, [.. document.References.Select(Reference)], $"{document.Policy.Name}/{document.Episode}"));
            }
        }
    }

    private static AnswerDocument Parse(string file, int number, string line)
    {
        try
        {
            return AnswerDocument.FromJson(line);
        }
        catch (JsonException fault)
        {
            throw new UsageException($"Line {number} of {file} is no answer document: {fault.Message}");
        }
    }

    private static ComparedReference Reference(AnswerReference reference) =>
        new(reference.Domain.Length > 0 ? $"{reference.Title} ({reference.Domain})" : reference.Title, reference.Extract) { Url = reference.FinalUrl, TextSha256 = reference.TextSha256 };
}
