using System.CommandLine;
using WebQA.Cli.Hosting;
using WebQA.Cli.Output;
using WebQA.Core.Feedback;
using WebQA.Feedback.Measures;
using WebQA.Statistics;

namespace WebQA.Cli.Commands;

/// <summary><c>webqa feedback stats</c>: ties, agreement, and what should not matter but may: place and length.</summary>
internal static class FeedbackStatsCommand
{
    public static Command Create(CliSession session)
    {
        var project = ComparisonFileOptions.Project("The project.");
        var madeBy = MadeByOption.Create();
        var json = JsonOutput.CreateOption("the figures");
        var command = new Command("stats", "Ties, agreement, and the effects of place and length, with 95 % intervals.") { project, madeBy, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var output = JsonOutput.Read(parsed.GetValue(json));
            var name = parsed.GetRequiredValue(project);
            DemandPairs(name, await session.Get<IFeedbackStore>().ListProjectsAsync(cancellationToken));
            var comparisons = await session.Get<IFeedbackStore>().ReadAsync(name, parsed.GetValue(madeBy), cancellationToken).ToListAsync(cancellationToken);
            var measures = ProjectMeasures.BySet(name, comparisons);
            await output.WriteAsync(session, JsonText.Document(measures));
            if (!output.IsStandardOutput)
            {
                Write(session.Out, measures);
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

    private static void Write(TextWriter writer, IReadOnlyList<ProjectMeasures> measures)
    {
        (string Name, Func<ProjectMeasures, string> Value)[] rows =
        [
            ("comparisons", m => $"{m.Comparisons}"),
            ("questions", m => $"{m.Questions}"),
            ("labelers named", m => $"{m.Labelers}"),
            ("with references", m => $"{m.WithReferences}"),
            ("decided", m => $"{m.Decided}"),
            ("ties", m => $"{m.Ties} = {Share(m.TieShare)}"),
            ("shown first wins", m => Share(m.First.Rate)),
            ("longer wins, by characters", m => Share(m.LongerByCharacters.Rate)),
            ("longer wins, by words", m => Share(m.LongerByWords.Rate)),
            ("judged by several", m => $"{m.Agreement.Tasks} tasks, {m.Agreement.Pairs} pairs"),
            ("agreement, raw", m => Share(m.Agreement.Raw)),
            ("agreement, a tie a half", m => Share(m.Agreement.NeutralHalf)),
            ("agreement, both decided", m => Share(m.Agreement.Decided)),
            ("Fleiss' kappa", m => Coefficient(m.Agreement.FleissKappa)),
            ("Krippendorff's alpha", m => Coefficient(m.Agreement.Alpha)),
        ];
        TextTable.Write(
            writer,
            [string.Empty, .. measures.Select(static m => TerminalText.Line(m.Name, 40))],
            rows.Select(row => (IReadOnlyList<string>)[row.Name, .. measures.Select(row.Value)]));
    }

    private static string Share(Interval share) => double.IsNaN(share.Estimate) ? "-" : $"{100 * share.Estimate:0.0} % [{100 * share.Low:0.0}, {100 * share.High:0.0}]";

    private static string Coefficient(Interval value) => double.IsNaN(value.Estimate) ? "-" : $"{value.Estimate:0.000} [{value.Low:0.000}, {value.High:0.000}]";
}
