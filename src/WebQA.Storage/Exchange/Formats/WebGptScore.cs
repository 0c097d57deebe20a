using WebQA.Core.Feedback;

namespace WebQA.Storage.Exchange.Formats;

/// <summary>The scores of webgpt_comparisons: from -1 to 1, opposite for the two sides; ±½ stands for better, ±1 for much better.</summary>
internal static class WebGptScore
{
    public static double Of(Preference preference) => (int)preference / 2.0;

    /// <summary>The preference; null where the two are no such scores.</summary>
    public static Preference? Read(double score, double other) => Math.Abs(score + other) > 1e-6 || !(Math.Abs(score) <= 1)
        ? null
        : (Preference)(Math.Sign(score) * (Math.Abs(score) > 0.75 ? 2 : 1));
}
