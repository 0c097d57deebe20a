using WebQA.Evaluation.Contrast;

namespace WebQA.Cli.Evaluation;

/// <summary>What a support model must notice, by questions it never saw.</summary>
internal static class ContrastFloors
{
    private const double Detected = 80;
    private static readonly string[] Kinds = ["quotes_swapped", "unsupported_inserted", Damage.Myth];

    /// <summary>The floors that are missed, each with its figure.</summary>
    public static IEnumerable<string> Missed(ContrastReport report)
    {
        foreach (var kind in Kinds.Where(report.Paired.Detected.ContainsKey))
        {
            var (detected, gain) = (report.Paired.Detected[kind][ContrastReport.Support], report.Paired.GainOverWordOverlap[kind]);
            if (detected.Estimate < Detected)
            {
                yield return $"'{kind}' noticed: {detected.Estimate:0.0}, at least {Detected:0}";
            }
            if (gain.Low <= 0)
            {
                yield return $"'{kind}', gain over word overlap: {gain.Estimate:0.0} [{gain.Low:0.0}, {gain.High:0.0}], above 0";
            }
        }
    }
}
