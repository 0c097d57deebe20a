using WebQA.Core.Feedback;
using WebQA.Statistics;

namespace WebQA.Feedback.Measures;

/// <summary>What was said under one version of the guidelines.</summary>
/// <param name="Version">The version; empty where a file did not say.</param>
/// <param name="Comparisons">Comparisons.</param>
/// <param name="TieShare">Share of ties, with its Wilson interval.</param>
/// <param name="DifficultShare">Share marked difficult to choose, with its Wilson interval.</param>
/// <param name="Agreement">Among those who judged by it.</param>
public sealed record GuidelineMeasures(string Version, int Comparisons, Interval TieShare, Interval DifficultShare, AgreementMeasures Agreement)
{
    /// <summary>Each version in the order of its first comparison.</summary>
    public static IReadOnlyList<GuidelineMeasures> Of(IEnumerable<StoredComparison> comparisons) =>
    [
        .. comparisons.GroupBy(static c => c.GuidelineVersion, StringComparer.Ordinal).Select(static version =>
        {
            List<StoredComparison> rated = [.. version];
            return new GuidelineMeasures(
                version.Key,
                rated.Count,
                Wilson.Of(rated.Count(static c => c.Annotation.Rating == Preference.EquallyGood), rated.Count),
                Wilson.Of(rated.Count(static c => c.Annotation.IsDifficult), rated.Count),
                AgreementMeasures.Of(rated));
        }),
    ];
}
