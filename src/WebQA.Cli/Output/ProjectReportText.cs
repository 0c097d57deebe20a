using WebQA.Feedback.Measures;
using WebQA.Statistics;

namespace WebQA.Cli.Output;

/// <summary>What is measured of a project, as tables for a terminal.</summary>
internal static class ProjectReportText
{
    private const int NameWidth = 40;

    public static void Write(TextWriter writer, ProjectReport report)
    {
        WriteSets(writer, report.Sets);
        WriteWork(writer, report.Work);
        WriteLabelers(writer, report.Labelers);
        WritePairs(writer, report.Pairs);
        WriteGuidelines(writer, report.Guidelines);
    }

    private static void WriteSets(TextWriter writer, IReadOnlyList<ProjectMeasures> measures)
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
            ("agreement, both decided", m => $"{Share(m.Agreement.Decided)} of {m.Agreement.DecidedPairs}"),
            ("Cohen's kappa, quadratic", m => Coefficient(m.Agreement.CohenKappa)),
            ("Fleiss' kappa", m => Coefficient(m.Agreement.FleissKappa)),
            ("Krippendorff's alpha", m => Coefficient(m.Agreement.Alpha)),
        ];
        TextTable.Write(
            writer,
            [string.Empty, .. measures.Select(static m => TerminalText.Line(m.Name, NameWidth))],
            rows.Select(row => (IReadOnlyList<string>)[row.Name, .. measures.Select(row.Value)]));
    }

    private static void WriteWork(TextWriter writer, WorkMeasures work)
    {
        writer.WriteLine();
        TextTable.Write(writer, ["work done here", string.Empty],
        [
            ["comparisons, timed", $"{work.Comparisons}, {work.Timed}"],
            ["at work, away", $"{Time(work.Active)}, {Time(work.Idle)}"],
            ["median at work", work.MedianActive is { } median ? Time(median) : "-"],
            ["comparisons an hour at work", Rate(work.PerActiveHour)],
            ["skipped", $"{work.Skips} = {Share(work.SkipShare)}"],
        ]);
    }

    private static void WriteLabelers(TextWriter writer, IReadOnlyList<LabelerMeasures> labelers)
    {
        if (labelers.Count == 0)
        {
            return;
        }
        writer.WriteLine();
        TextTable.Write(
            writer,
            ["labeler", "comparisons", "an hour at work", "median", "pace", "skipped", "ties", "difficult", "first wins", "gold", "with others, a tie a half"],
            labelers.Select(static l => (IReadOnlyList<string>)
            [
                TerminalText.Line(l.PersonId, NameWidth), $"{l.Comparisons}", Rate(l.Work.PerActiveHour), l.Work.MedianActive is { } median ? Time(median) : "-",
                l.Pace is not { } pace || double.IsNaN(pace.RatioToOthers) ? "-" : $"{pace.RatioToOthers:0.00} of the others'{(pace.IsFastOutlier ? ", MUCH FASTER" : string.Empty)}",
                Share(l.Work.SkipShare), Share(l.TieShare), Share(l.DifficultShare), Share(l.First.Rate), $"{l.Gold}: {Share(l.GoldScore)}", $"{l.OthersPairs}: {Share(l.WithOthers)}",
            ]));
    }

    private static void WritePairs(TextWriter writer, IReadOnlyList<PairMeasures> pairs)
    {
        if (pairs.Count == 0)
        {
            return;
        }
        writer.WriteLine();
        TextTable.Write(
            writer,
            ["two labelers", string.Empty, "tasks", "raw", "a tie a half", "both decided", "Cohen's kappa"],
            pairs.Select(static p => (IReadOnlyList<string>)
            [
                TerminalText.Line(p.First, NameWidth), TerminalText.Line(p.Second, NameWidth), $"{p.Agreement.Tasks}", Share(p.Agreement.Raw), Share(p.Agreement.NeutralHalf),
                $"{p.Agreement.DecidedPairs}: {Share(p.Agreement.Decided)}", Coefficient(p.Agreement.CohenKappa),
            ]));
    }

    private static void WriteGuidelines(TextWriter writer, IReadOnlyList<GuidelineMeasures> guidelines)
    {
        if (guidelines.Count == 0)
        {
            return;
        }
        writer.WriteLine();
        TextTable.Write(
            writer,
            ["guidelines", "comparisons", "ties", "difficult", "pairs", "raw", "a tie a half", "Krippendorff's alpha"],
            guidelines.Select(static g => (IReadOnlyList<string>)
            [
                g.Version.Length == 0 ? "not said" : TerminalText.Line(g.Version, NameWidth), $"{g.Comparisons}", Share(g.TieShare), Share(g.DifficultShare), $"{g.Agreement.Pairs}",
                Share(g.Agreement.Raw), Share(g.Agreement.NeutralHalf), Coefficient(g.Agreement.Alpha),
            ]));
    }

    private static string Share(Interval share) => double.IsNaN(share.Estimate) ? "-" : $"{100 * share.Estimate:0.0} % [{100 * share.Low:0.0}, {100 * share.High:0.0}]";

    private static string Coefficient(Interval value) => double.IsNaN(value.Estimate) ? "-" : $"{value.Estimate:0.000} [{value.Low:0.000}, {value.High:0.000}]";

    private static string Rate(Interval rate) => double.IsNaN(rate.Estimate) ? "-" : $"{rate.Estimate:0.0} [{rate.Low:0.0}, {rate.High:0.0}]";

    private static string Time(TimeSpan time) => time.TotalHours >= 1 ? $"{(int)time.TotalHours} h {time.Minutes:00} min" : $"{(int)time.TotalMinutes} min {time.Seconds:00} s";
}
