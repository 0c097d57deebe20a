using WebQA.Core.Support;

namespace WebQA.Models.Support;

/// <summary>Turns a score into the three levels: proportional odds (McCullagh 1980).</summary>
/// <param name="Slope">What a score is multiplied by, 0 or more.</param>
/// <param name="Partly">Where some support is as likely as none.</param>
/// <param name="Supported">Where full support is as likely as less; not below <paramref name="Partly"/>.</param>
public sealed record SupportScale(double Slope, double Partly, double Supported)
{
    private const int Steps = 4_000;
    private const double Rate = 0.02;

    /// <summary>The judgement of a score.</summary>
    public SupportJudgement Of(double score)
    {
        var (some, all) = (Logistic((Slope * score) - Partly), Logistic((Slope * score) - Supported));
        return new SupportJudgement(all, Math.Max(0, some - all), 1 - some);
    }

    /// <summary>Fits the scale to scores whose level is known, by likelihood; each level counts alike, however rare it is.</summary>
    /// <exception cref="ArgumentException">A level has no score.</exception>
    public static SupportScale Fit(IReadOnlyList<(double Score, SupportLevel Level)> known)
    {
        var counts = known.CountBy(static k => k.Level).ToDictionary();
        if (counts.Count < 3)
        {
            throw new ArgumentException("Each of the three levels needs a score.", nameof(known));
        }
        // Slope and gap are fitted as logarithms, so that the one stays positive and the cuts in order.
        var (slope, cut, gap) = (0.0, 0.0, -1.0);
        for (var step = 0; step < Steps; step++)
        {
            var (bySlope, byCut, byGap) = (0.0, 0.0, 0.0);
            foreach (var (score, level) in known)
            {
                var (a, width) = (Math.Exp(slope), Math.Exp(gap));
                var (some, all) = (Logistic((a * score) - cut), Logistic((a * score) - cut - width));
                // Derivatives of the log-likelihood by the two arguments of the logistic function.
                var (d1, d2) = level switch
                {
                    SupportLevel.Supported => (0, 1 - all),
                    SupportLevel.Unsupported => (-some, 0),
                    _ => (some * (1 - some) / Math.Max(1e-9, some - all), -all * (1 - all) / Math.Max(1e-9, some - all)),
                };
                var weight = 1.0 / counts[level] / 3;
                bySlope += weight * (d1 + d2) * a * score;
                byCut -= weight * (d1 + d2);
                byGap -= weight * d2 * width;
            }
            (slope, cut, gap) = (slope + (Rate * 10 * bySlope), cut + (Rate * 10 * byCut), gap + (Rate * 10 * byGap));
        }
        return new SupportScale(Math.Exp(slope), cut, cut + Math.Exp(gap));
    }

    private static double Logistic(double x) => 1 / (1 + Math.Exp(-x));
}
