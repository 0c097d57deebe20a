using WebQA.Core.Feedback;
using WebQA.Statistics;

namespace WebQA.Feedback.Measures;

/// <summary>What one labeler did.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="Comparisons">Comparisons, imported ones and gold included.</param>
/// <param name="Work">Time and pace.</param>
/// <param name="Pace">Against the others; null where no time is known.</param>
/// <param name="TieShare">Share of ties, with its Wilson interval.</param>
/// <param name="DifficultShare">Share marked difficult to choose, with its Wilson interval.</param>
/// <param name="First">How often the answer shown first wins.</param>
/// <param name="Gold">Gold tasks judged.</param>
/// <param name="GoldScore">Share of them on the researcher's side, a tie beside a decided one a half, with its Wilson interval.</param>
/// <param name="OthersPairs">Pairs with another's rating of the same task.</param>
/// <param name="WithOthers">Agreement with them, a tie a half, with its Wilson interval.</param>
public sealed record LabelerMeasures(
    string PersonId, int Comparisons, WorkMeasures Work, Pace? Pace, Interval TieShare, Interval DifficultShare, Effect First, int Gold, Interval GoldScore, int OthersPairs, Interval WithOthers)
{
    /// <summary>Each named labeler, those with the most comparisons first.</summary>
    public static IReadOnlyList<LabelerMeasures> Of(IReadOnlyCollection<StoredComparison> comparisons, IReadOnlyCollection<SkippedTask> skips)
    {
        var pace = Measures.Pace.Of(comparisons);
        var skipped = skips.CountBy(static skip => skip.PersonId, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var byTask = comparisons.Where(static c => c.PersonId is not null).ToLookup(static c => c.TaskId, StringComparer.Ordinal);
        var byPerson = comparisons.Where(static c => c.PersonId is not null).ToLookup(static c => c.PersonId!, StringComparer.Ordinal);
        return
        [
            .. byPerson.Select(static own => own.Key).Union(skipped.Keys, StringComparer.Ordinal)
                .Select(person => Of(person, [.. byPerson[person]], byTask, pace.GetValueOrDefault(person), skipped.GetValueOrDefault(person)))
                .OrderByDescending(static labeler => labeler.Comparisons).ThenBy(static labeler => labeler.PersonId, StringComparer.Ordinal),
        ];
    }

    private static LabelerMeasures Of(string person, IReadOnlyList<StoredComparison> own, ILookup<string, StoredComparison> byTask, Pace? pace, int skips)
    {
        double[] gold = [.. own.Where(static c => c.Task.Gold is not null).Select(static c => Alike((int)c.Annotation.Rating, (int)c.Task.Gold!))];
        double[] others =
        [
            .. from comparison in own
               from other in byTask[comparison.TaskId]
               where other.PersonId != person
               select Alike((int)comparison.Annotation.Rating, (int)other.Annotation.Rating),
        ];
        return new LabelerMeasures(
            person,
            own.Count,
            WorkMeasures.Of(own, skips),
            pace,
            Wilson.Of(own.Count(static c => c.Annotation.Rating == Preference.EquallyGood), own.Count),
            Wilson.Of(own.Count(static c => c.Annotation.IsDifficult), own.Count),
            Effect.Of(own, static c => c.IsSwapped ? -1 : 1),
            gold.Length,
            Wilson.Of(gold.Sum(), gold.Length),
            others.Length,
            Wilson.Of(others.Sum(), others.Length));
    }

    private static double Alike(int first, int second) => Math.Sign(first) == Math.Sign(second) ? 1 : first == 0 || second == 0 ? 0.5 : 0;
}
