using WebQA.Evaluation.Metrics;
using WebQA.Statistics;

namespace WebQA.Evaluation.Retrieval;

/// <summary>How good a run is, means over the queries that have a relevant document, with 95 % intervals. A query that the run lacks counts 0.</summary>
/// <param name="Queries">Queries with a relevant document.</param>
/// <param name="NdcgAt10">Normalized discounted cumulative gain of the first 10.</param>
/// <param name="MrrAt10">Reciprocal rank of the first relevant one among 10.</param>
/// <param name="RecallAt100">Share of the relevant ones among the first 100.</param>
/// <param name="NdcgDifference">nDCG@10 above that of the baseline, paired by query; null where there is none.</param>
public sealed record RunScore(int Queries, Interval NdcgAt10, Interval MrrAt10, Interval RecallAt100, Interval? NdcgDifference)
{
    private const int Depth = 10;

    /// <summary>Scores a run, beside a baseline where there is one.</summary>
    /// <param name="run">Documents by query, best first.</param>
    /// <param name="relevant">The relevant documents by query.</param>
    /// <param name="baseline">Another run over the same queries, or null.</param>
    public static RunScore Of(
        IReadOnlyDictionary<string, IReadOnlyList<string>> run, IReadOnlyDictionary<string, IReadOnlySet<string>> relevant, IReadOnlyDictionary<string, IReadOnlyList<string>>? baseline = null)
    {
        var gains = Values(run, static (ranking, wanted) => RankedRetrieval.NormalizedGain(ranking, wanted, Depth));
        return new RunScore(
            gains.Length,
            Bootstrap.Mean(gains),
            Bootstrap.Mean(Values(run, static (ranking, wanted) => RankedRetrieval.ReciprocalRank(ranking, wanted, Depth))),
            Bootstrap.Mean(Values(run, static (ranking, wanted) => RankedRetrieval.Recall(ranking, wanted, 100))),
            baseline is null ? null : Bootstrap.MeanDifference(gains, Values(baseline, static (ranking, wanted) => RankedRetrieval.NormalizedGain(ranking, wanted, Depth))));

        double[] Values(IReadOnlyDictionary<string, IReadOnlyList<string>> rankings, Func<IReadOnlyList<string>, IReadOnlySet<string>, double> metric) =>
            [.. relevant.Select(query => metric(rankings.TryGetValue(query.Key, out var ranking) ? ranking : [], query.Value))];
    }
}
