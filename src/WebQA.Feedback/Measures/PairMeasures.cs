using WebQA.Core.Feedback;

namespace WebQA.Feedback.Measures;

/// <summary>How far two labelers agree.</summary>
/// <param name="First">The one.</param>
/// <param name="Second">The other.</param>
/// <param name="Agreement">On the tasks that both judged; with two people, Cohen's κ is theirs.</param>
public sealed record PairMeasures(string First, string Second, AgreementMeasures Agreement)
{
    /// <summary>Most pairs that are measured: those that share the most tasks.</summary>
    public const int Most = 50;

    /// <summary>Each two labelers who judged a task both, those who share the most tasks first.</summary>
    public static IReadOnlyList<PairMeasures> Of(IEnumerable<StoredComparison> comparisons)
    {
        var shared = new Dictionary<(string First, string Second), List<StoredComparison>>();
        foreach (var task in comparisons.Where(static c => c.PersonId is not null).GroupBy(static c => c.TaskId, StringComparer.Ordinal))
        {
            StoredComparison[] judged = [.. task.OrderBy(static c => c.PersonId, StringComparer.Ordinal)];
            foreach (var (i, first) in judged.Index())
            {
                foreach (var second in judged.Skip(i + 1))
                {
                    var key = (first.PersonId!, second.PersonId!);
                    if (!shared.TryGetValue(key, out var both))
                    {
                        shared.Add(key, both = []);
                    }
                    both.AddRange([first, second]);
                }
            }
        }
        return
        [
            .. shared.OrderByDescending(static pair => pair.Value.Count).ThenBy(static pair => pair.Key.First, StringComparer.Ordinal).ThenBy(static pair => pair.Key.Second, StringComparer.Ordinal)
                .Take(Most).Select(static pair => new PairMeasures(pair.Key.First, pair.Key.Second, AgreementMeasures.Of(pair.Value))),
        ];
    }
}
