using System.CommandLine;
using WebQA.Cli.Hosting;
using WebQA.Core.Feedback;

namespace WebQA.Cli.Commands;

/// <summary><c>webqa feedback create</c>: a project without tasks.</summary>
internal static class FeedbackCreateCommand
{
    public static Command Create(CliSession session)
    {
        var project = ComparisonFileOptions.Project("The project's name.");
        var form = new Option<ProjectForm>("--form") { Description = "What its people do.", DefaultValueFactory = _ => ProjectForm.Comparison };
        var overlap = NumberOption.Whole("--overlap", "People who do the same task.", 1, 1, 100);
        var full = NumberOption.Decimal("--full-share", "Share of the tasks on which every part is required.", 0.1, 0, 1);
        var pool = new Option<string?>("--pool") { Description = "The pool whose people may take tasks; everybody where it is left out.", HelpName = "name" };
        var seed = NumberOption.Whole("--seed", "Places sides and draws cohorts.", 0, 0, int.MaxValue);
        var guidelines = new Option<string>("--guidelines") { Description = "Version of the guidelines of its form that people work by.", DefaultValueFactory = _ => "1", HelpName = "version" };
        var reads = new Option<bool>("--require-guidelines") { Description = "Give tasks only to people who have read the guidelines and passed their quiz." };
        var trial = NumberOption.Whole("--trial", "Gold tasks that people do before the others; of demonstrations, tasks that a reviewer looks at.", 0, 0, AdmissionRules.MaxTrialTasks);
        var mark = NumberOption.Decimal("--trial-mark", "Share of the trial on which people have to agree with the gold.", 0.7, 0, 1);
        var command = new Command("create", "Make a project, to which tasks are added later.") { project, form, overlap, full, pool, seed, guidelines, reads, trial, mark };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var wanted = new FeedbackProject
            {
                Name = parsed.GetRequiredValue(project),
                Form = parsed.GetValue(form),
                Overlap = parsed.GetValue(overlap),
                FullShare = parsed.GetValue(full),
                Pool = parsed.GetValue(pool),
                Seed = parsed.GetValue(seed),
                GuidelineVersion = parsed.GetRequiredValue(guidelines),
            };
            var asked = new AdmissionRules { RequiresGuidelines = parsed.GetValue(reads), TrialTasks = parsed.GetValue(trial), TrialPassMark = parsed.GetValue(mark) }.Checked();
            await session.Get<IFeedbackStore>().CreateProjectAsync(wanted, cancellationToken);
            await session.Get<IProjectAdmission>().SetRulesAsync(wanted.Name, asked, cancellationToken);
            await session.Error.WriteLineAsync($"The project '{wanted.Name}' is made.");
            return ExitCode.Done;
        });
        return command;
    }
}
