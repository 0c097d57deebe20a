using WebQA.Cli.Evaluation;
using WebQA.Evaluation.MiniWeb;
using WebQA.Statistics;

namespace WebQA.Cli.Tests.Evaluation;

public class MiniWebFloorsTests
{
    [Fact]
    public void A_measurement_at_its_floors_misses_none() =>
        Assert.Equal([], MiniWebFloors.Missed(Measured(0.32, 0.42, 0.66, answered: 0.85, removed: 0.60, myths: 0.15, verified: 90, perSecond: 10), "ranking"));

    [Fact]
    public void Each_missed_floor_is_named_with_its_figure() => Assert.Equal(
        [
            "recall of 'first' at 300 words: 0.310, at least 0.32",
            "recall of 'first' at 400 words: 0.410, at least 0.42",
            "recall of 'first' at 750 words: 0.650, at least 0.66",
            "share of answerable questions answered: 0.800, at least 0.85",
            "share abstained without the source pages: 0.500, at least 0.60",
            "share of myth pages quoted: 0.200, at most 0.15",
            "quotes that verify against the archive: 89 of 90",
            "episodes a second, warm: 9.0, at least 10",
        ],
        MiniWebFloors.Missed(Measured(0.31, 0.41, 0.65, answered: 0.80, removed: 0.50, myths: 0.20, verified: 89, perSecond: 9), "ranking"));

    [Fact]
    public void What_was_not_measured_is_not_judged()
    {
        var quick = Measured(0.40, 0.50, at750: null, answered: 0.9, removed: null, myths: null, verified: 90, perSecond: 20);

        Assert.Equal([], MiniWebFloors.Missed(quick, "ranking"));
    }

    private static MiniWebMetrics Measured(
        double at300, double at400, double? at750, double answered, double? removed, double? myths, int verified, double perSecond) => new()
    {
        Recall = [new RecallRow("ranking, greedy", "first", 45, Of(at300), Of(at400), at750 is { } large ? Of(large) : null)],
        Greedy = [new EpisodeRow("all", 69, Of(answered), 1, 1, myths is { } quoted ? Of(quoted) : null, 0, 0, 0.5, 30, 200, new Dictionary<string, double>(StringComparer.Ordinal))],
        Abstention = [new AbstentionRow("source pages removed", true, removed is null ? 0 : 69, Of(removed ?? double.NaN))],
        AbstentionPrecision = 1,
        GainOverLexical = Of(0.1),
        GainPValue = 0.01,
        VerifiedReferences = verified,
        References = 90,
        MedianSeconds = 1,
        WarmEpisodesPerSecond = perSecond,
    };

    private static Interval Of(double estimate) => new(estimate, estimate, estimate);
}
