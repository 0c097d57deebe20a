using WebQA.Evaluation.MiniWeb;
using WebQA.Statistics;

namespace WebQA.Cli.Evaluation;

/// <summary>What the default policy must reach on the mini web. Floors, not aims: they fail a measurement that has got worse.</summary>
internal static class MiniWebFloors
{
    private const double Answered = 0.85;
    private const double AbstainedWithoutSources = 0.60;
    private const double MythPagesQuoted = 0.15;
    private const double EpisodesPerSecond = 10;

    private static readonly (string Group, double At300, double At400, double At750)[] Recall = [("first", 0.32, 0.42, 0.66), ("harder", 0.40, 0.46, 0.62)];

    /// <summary>The floors that a measurement misses, each with its figure; what was not measured is not judged.</summary>
    public static IEnumerable<string> Missed(MiniWebMetrics metrics, string policy) =>
        MissedRecall(metrics, $"{policy}, greedy").Concat(MissedConduct(metrics)).OfType<string>();

    private static IEnumerable<string?> MissedRecall(MiniWebMetrics metrics, string system)
    {
        foreach (var (group, at300, at400, at750) in Recall)
        {
            if (metrics.Recall.FirstOrDefault(r => r.System == system && r.Group == group) is { Questions: > 0 } row)
            {
                yield return Below($"recall of '{group}' at 300 words", row.At300, at300);
                yield return Below($"recall of '{group}' at 400 words", row.At400, at400);
                yield return row.At750 is { } large ? Below($"recall of '{group}' at 750 words", large, at750) : null;
            }
        }
    }

    private static IEnumerable<string?> MissedConduct(MiniWebMetrics metrics)
    {
        var all = metrics.Greedy.FirstOrDefault(r => r.Group == "all");
        var removed = metrics.Abstention.FirstOrDefault(r => r.Set == "source pages removed");
        yield return all is null ? null : Below("share of answerable questions answered", all.Answered, Answered);
        yield return removed is { Questions: > 0 } ? Below("share abstained without the source pages", removed.Abstained, AbstainedWithoutSources) : null;
        yield return all?.MythPageQuoted is { } myths && myths.Estimate > MythPagesQuoted
            ? $"share of myth pages quoted: {myths.Estimate:0.000}, at most {MythPagesQuoted:0.00}" : null;
        yield return metrics.VerifiedReferences < metrics.References
            ? $"quotes that verify against the archive: {metrics.VerifiedReferences} of {metrics.References}" : null;
        yield return metrics.WarmEpisodesPerSecond < EpisodesPerSecond
            ? $"episodes a second, warm: {metrics.WarmEpisodesPerSecond:0.0}, at least {EpisodesPerSecond:0}" : null;
    }

    private static string? Below(string what, Interval figure, double floor) =>
        figure.Estimate < floor ? $"{what}: {figure.Estimate:0.000}, at least {floor:0.00}" : null;
}
