using WebQA.Statistics;

namespace WebQA.Evaluation.Contrast;

/// <summary>Detection by kind of damage and judge, %, with 95 % intervals clustered by question.</summary>
public sealed record DetectionFigures
{
    /// <summary>Answers by kind.</summary>
    public required IReadOnlyDictionary<string, int> Answers { get; init; }

    /// <summary>Detection by kind and judge.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyDictionary<string, Interval>> Detected { get; init; }

    /// <summary>The support model's detection less word overlap's, paired, by kind.</summary>
    public required IReadOnlyDictionary<string, Interval> GainOverWordOverlap { get; init; }

    /// <summary>Detection by data set, kind and judge.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyDictionary<string, IReadOnlyDictionary<string, Interval>>> BySet { get; init; }

    /// <summary>Makes the figures.</summary>
    public static DetectionFigures Of(IReadOnlyList<Detection> detections) => new()
    {
        Answers = detections.CountBy(static d => d.Kind).ToDictionary(StringComparer.Ordinal),
        Detected = ByKind(detections),
        GainOverWordOverlap = detections.GroupBy(static d => d.Kind).ToDictionary(
            static g => g.Key, static g => Clustered(g, static d => d.Judges[ContrastReport.Support] - d.Judges[ContrastReport.WordOverlap]), StringComparer.Ordinal),
        BySet = detections.GroupBy(static d => d.Set).ToDictionary(
            static g => g.Key, static g => (IReadOnlyDictionary<string, IReadOnlyDictionary<string, Interval>>)ByKind([.. g]), StringComparer.Ordinal),
    };

    private static Dictionary<string, IReadOnlyDictionary<string, Interval>> ByKind(IReadOnlyList<Detection> detections) => detections.GroupBy(static d => d.Kind).ToDictionary(
        static kind => kind.Key,
        static kind => (IReadOnlyDictionary<string, Interval>)kind.SelectMany(static d => d.Judges.Keys).Distinct(StringComparer.Ordinal).ToDictionary(
            static judge => judge, judge => Clustered(kind.Where(d => d.Judges.ContainsKey(judge)), d => d.Judges[judge]), StringComparer.Ordinal),
        StringComparer.Ordinal);

    private static Interval Clustered(IEnumerable<Detection> detections, Func<Detection, double> value) =>
        Bootstrap.Of([.. detections.GroupBy(static d => d.Question).Select(static g => g.ToList())], sample => 100 * sample.SelectMany(static q => q).Average(value), draws: 1_000);
}
