using System.CommandLine;
using WebQA.Cli.Hosting;
using WebQA.Cli.Output;
using WebQA.Core.Feedback;
using WebQA.Feedback.Measures;

namespace WebQA.Cli.Commands;

/// <summary><c>webqa feedback stats</c>: ties, agreement, pace, and what should not matter but may: place and length.</summary>
internal static class FeedbackStatsCommand
{
    public static Command Create(CliSession session)
    {
        var project = ComparisonFileOptions.Project("The project.");
        var madeBy = MadeByOption.Create();
        var adjudicated = new Option<bool>("--adjudicated") { Description = "Put reviewers' decisions in the place of the labels they decide about." };
        var json = JsonOutput.CreateOption("the figures");
        var command = new Command("stats", "Ties, agreement, pace, and the effects of place and length, by data set, labeler and guidelines, with 95 % intervals.") { project, madeBy, adjudicated, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var output = JsonOutput.Read(parsed.GetValue(json));
            var name = parsed.GetRequiredValue(project);
            DemandPairs(name, await session.Get<IFeedbackStore>().ListProjectsAsync(cancellationToken));
            var all = session.Get<IFeedbackStore>().ReadAsync(name, parsed.GetValue(madeBy), cancellationToken);
            var comparisons = await (parsed.GetValue(adjudicated)
                ? Adjudication.ApplyAsync(all, await session.Get<IReviewStore>().DecisionsAsync(name, cancellationToken), cancellationToken)
                : all).ToListAsync(cancellationToken);
            var skips = await session.Get<ISkipLog>().ListAsync(name, parsed.GetValue(madeBy), cancellationToken);
            var report = ProjectReport.Of(name, comparisons, skips);
            await output.WriteAsync(session, JsonText.Document(report));
            if (!output.IsStandardOutput)
            {
                ProjectReportText.Write(session.Out, report);
            }
            return ExitCode.Done;
        });
        return command;
    }

    private static void DemandPairs(string name, IReadOnlyList<ProjectProgress> projects)
    {
        if (projects.FirstOrDefault(progress => progress.Project.Name == name)?.Project.Form is ProjectForm.AbsoluteRating or ProjectForm.Demonstration)
        {
            throw new UsageException($"The project '{name}' has no comparisons: its people do something else. 'webqa feedback list' says what.");
        }
    }
}
