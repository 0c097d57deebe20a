using WebQA.Core.Answers;
using WebQA.Evaluation.Baselines;
using WebQA.Evaluation.Metrics;
using WebQA.Statistics;

namespace WebQA.Evaluation.MiniWeb;

/// <summary>Turns episodes into the figures of a report.</summary>
internal sealed class MiniWebSummary(MiniWebOptions options, IReadOnlyList<MiniWebQuestion> claims)
{
    private const int Small = 300;
    private const int Medium = 400;
    private const int Large = 750;

    /// <summary>The baseline that the policy is tested against.</summary>
    private static readonly string Lexical = Baseline.All[1].Name;

    public MiniWebMetrics Make(
        IReadOnlyList<EpisodeSample> greedy,
        IReadOnlyList<EpisodeSample> large,
        IReadOnlyList<EpisodeSample> sampled,
        IReadOnlyList<EpisodeSample> removed,
        IReadOnlyList<(string System, MiniWebQuestion Question, IReadOnlyList<QuotedSpan> Quotes)> baselines,
        int verified)
    {
        var answerable = greedy.Where(s => s.Question.HasClaims).ToList();
        var systems = new List<RecallTable>
        {
            new($"{options.Policy}, greedy", Quotes(answerable), Quotes(large)),
            new($"{options.Policy}, T = {options.Temperature}", Quotes(sampled), []),
        };
        systems.AddRange(baselines.GroupBy(b => b.System).Select(b => new RecallTable(b.Key, [.. b.Select(r => (r.Question, r.Quotes))], [.. b.Select(r => (r.Question, r.Quotes))])));
        var (mine, theirs) = (systems[0].ByQuestion(Medium), systems.Find(s => s.System == Lexical)!.ByQuestion(Medium));
        var paired = claims.Where(q => mine.ContainsKey(q.Id) && theirs.ContainsKey(q.Id)).Select(q => q.Id).ToList();
        var (a, b) = (paired.Select(id => mine[id]).ToList(), paired.Select(id => theirs[id]).ToList());
        return new MiniWebMetrics
        {
            Recall = [.. systems.Where(s => s.IsRun).SelectMany(s => Groups().Select(g => s.Row(g.Name, g.Questions, Small, Medium, Large)))],
            Greedy = [.. Groups().Select(g => EpisodeSummary.Row(g.Name, [.. answerable.Where(s => g.Questions.Contains(s.Question.Id))]))],
            Abstention = Abstentions(greedy, removed),
            AbstentionPrecision = Precision(greedy),
            GainOverLexical = Bootstrap.MeanDifference(a, b),
            GainPValue = SignFlip.PValue(a, b),
            References = greedy.Concat(large).Concat(sampled).Sum(s => s.References.Count),
            VerifiedReferences = verified,
        };
    }

    private IEnumerable<(string Name, HashSet<string> Questions)> Groups()
    {
        yield return ("all", [.. claims.Select(q => q.Id)]);
        yield return ("first", [.. claims.Where(q => q.Kind == "first").Select(q => q.Id)]);
        yield return ("harder", [.. claims.Where(q => q.Kind != "first").Select(q => q.Id)]);
        foreach (var kind in claims.Where(q => q.Kind != "first").GroupBy(q => q.Kind).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            yield return (kind.Key, [.. kind.Select(q => q.Id)]);
        }
    }

    private List<AbstentionRow> Abstentions(IReadOnlyList<EpisodeSample> greedy, IReadOnlyList<EpisodeSample> removed)
    {
        var untuned = options.Untuned.Select(q => q.Id).ToHashSet();
        return
        [
            Row("answerable", false, greedy.Where(s => s.Question.Answerable)),
            Row("unanswerable near misses", true, greedy.Where(s => !s.Question.Answerable && !untuned.Contains(s.Question.Id))),
            Row("unanswerable, untuned", true, greedy.Where(s => untuned.Contains(s.Question.Id))),
            Row("source pages removed", true, removed),
        ];

        static AbstentionRow Row(string set, bool shouldAbstain, IEnumerable<EpisodeSample> samples)
        {
            var all = samples.ToList();
            return new AbstentionRow(set, shouldAbstain, all.Count, Wilson.Of(all.Count(Abstained), all.Count));
        }
    }

    private static double Precision(IReadOnlyList<EpisodeSample> greedy)
    {
        var abstained = greedy.Where(Abstained).ToList();
        return abstained.Count == 0 ? double.NaN : (double)abstained.Count(s => !s.Question.Answerable) / abstained.Count;
    }

    private static bool Abstained(EpisodeSample sample) => sample.Outcome == Outcome.NotEnoughEvidence;

    private static List<(MiniWebQuestion, IReadOnlyList<QuotedSpan>)> Quotes(IEnumerable<EpisodeSample> samples) =>
        [.. samples.Select(s => (s.Question, s.Quotes))];
}
