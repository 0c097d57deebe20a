using WebQA.Core.Support;
using WebQA.Statistics;

namespace WebQA.Evaluation.Support;

/// <summary>How far a support model agrees with people, %, with 95 % intervals clustered by question.</summary>
public sealed record SupportAgreementReport
{
    /// <summary>Sentences judged.</summary>
    public required int Sentences { get; init; }

    /// <summary>Questions.</summary>
    public required int Questions { get; init; }

    /// <summary>Share people found supported: what 'always supported' gets right.</summary>
    public required double ShareSupported { get; init; }

    /// <summary>How often a supported sentence scores above one that is not, ties a half.</summary>
    public required Interval Auc { get; init; }

    /// <summary>Of word overlap.</summary>
    public required Interval AucOfWordOverlap { get; init; }

    /// <summary>The difference, paired.</summary>
    public required Interval AucGain { get; init; }

    /// <summary>Mean over the three levels of the share of it the model gives that level; a coin of three sides has 33.3.</summary>
    public required Interval BalancedAccuracy { get; init; }

    /// <summary>Cells of the table people × model: first what people said.</summary>
    public required IReadOnlyDictionary<string, int> Confusion { get; init; }

    /// <summary>Makes the report.</summary>
    public static SupportAgreementReport Of(IReadOnlyList<ScoredSentence> scored)
    {
        var questions = scored.GroupBy(static s => s.Judged.Question).Select(static g => g.ToList()).ToList();
        Interval By(Func<IReadOnlyList<ScoredSentence>, double> statistic) => Bootstrap.Of(questions, sample => 100 * statistic([.. sample.SelectMany(static q => q)]), draws: 1_000);
        return new SupportAgreementReport
        {
            Sentences = scored.Count,
            Questions = questions.Count,
            ShareSupported = 100.0 * scored.Count(static s => s.Judged.Level == SupportLevel.Supported) / scored.Count,
            Auc = By(static sample => AreaUnderCurve(sample, static s => s.Model)),
            AucOfWordOverlap = By(static sample => AreaUnderCurve(sample, static s => s.WordOverlap)),
            AucGain = By(static sample => AreaUnderCurve(sample, static s => s.Model) - AreaUnderCurve(sample, static s => s.WordOverlap)),
            BalancedAccuracy = By(static sample => sample.GroupBy(static s => s.Judged.Level).Average(static g => g.Average(s => s.Level == g.Key ? 1.0 : 0))),
            Confusion = scored.CountBy(static s => $"{s.Judged.Level} as {s.Level}".ToLowerInvariant()).OrderBy(static c => c.Key, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal),
        };
    }

    /// <summary>By ranks (Mann and Whitney 1947).</summary>
    private static double AreaUnderCurve(IReadOnlyList<ScoredSentence> sample, Func<ScoredSentence, double> score)
    {
        var ordered = sample.Select(s => (Score: score(s), IsSupported: s.Judged.Level == SupportLevel.Supported)).OrderBy(static s => s.Score).ToList();
        var positives = ordered.Count(static s => s.IsSupported);
        var negatives = ordered.Count - positives;
        double above = 0, seen = 0;
        for (var i = 0; i < ordered.Count;)
        {
            var end = i;
            while (end < ordered.Count && ordered[end].Score == ordered[i].Score)
            {
                end++;
            }
            var (tiedPositives, tied) = (0, end - i);
            for (; i < end; i++)
            {
                tiedPositives += ordered[i].IsSupported ? 1 : 0;
            }
            above += tiedPositives * (seen + ((tied - tiedPositives) / 2.0));
            seen += tied - tiedPositives;
        }
        return positives == 0 || negatives == 0 ? 0.5 : above / ((double)positives * negatives);
    }
}
