using WebQA.Core.Feedback;

namespace WebQA.Feedback.Simulation;

/// <summary>How simulated labelers see a difference of utility: with logistic noise, on five points.</summary>
/// <param name="Scale">Of the noise, in units of utility.</param>
/// <param name="Tie">A seen difference below it is a tie.</param>
/// <param name="Much">A seen difference from it on is "much better".</param>
/// <param name="Agreement">Expected agreement of two labelers, a tie beside a decided rating counting a half.</param>
public sealed record LabelerNoise(double Scale, double Tie, double Much, double Agreement)
{
    /// <summary>How often people agree (WebGPT, appendix C).</summary>
    public const double Human = 0.73;

    /// <summary>Limits of a tie and of "much better" in standard deviations of what is seen: about one in eight is a tie where answers differ little.</summary>
    private const double TieAt = 0.15, MuchAt = 1.2;

    /// <summary>Sets the noise so that two labelers agree as often as wished on tasks of these differences; as close as these allow.</summary>
    public static LabelerNoise For(IReadOnlyCollection<double> differences, double agreement = Human)
    {
        var (low, high) = (-6.0, 6.0);
        for (var i = 0; i < 50; i++)
        {
            // More noise, less agreement.
            var middle = (low + high) / 2;
            (low, high) = Of(differences, Math.Pow(10, middle)).Agreement > agreement ? (middle, high) : (low, middle);
        }
        return Of(differences, Math.Pow(10, (low + high) / 2));
    }

    /// <summary>The rating of a difference, A's utility less B's.</summary>
    /// <param name="difference">The true one.</param>
    /// <param name="chance">From 0 to 1, both excluded.</param>
    public Preference Rate(double difference, double chance)
    {
        var seen = difference + (Scale * Math.Log(chance / (1 - chance)));
        var points = Math.Abs(seen) < Tie ? 0 : Math.Abs(seen) < Much ? 1 : 2;
        return (Preference)(Math.Sign(seen) * points);
    }

    private static LabelerNoise Of(IReadOnlyCollection<double> differences, double scale)
    {
        // The variance of logistic noise is (π s)² / 3.
        var spread = Math.Sqrt(differences.Select(static d => d * d).DefaultIfEmpty().Average() + (Math.PI * Math.PI * scale * scale / 3));
        var (tie, much) = (TieAt * spread, MuchAt * spread);
        return new LabelerNoise(scale, tie, much, differences.Select(d => PairAgreement(d, scale, tie)).DefaultIfEmpty(double.NaN).Average());
    }

    private static double PairAgreement(double difference, double scale, double tie)
    {
        var a = 1 / (1 + Math.Exp((tie - difference) / scale));
        var b = 1 / (1 + Math.Exp((tie + difference) / scale));
        var neither = 1 - a - b;
        return (a * a) + (b * b) + (neither * neither) + (neither * (1 - neither));
    }
}
