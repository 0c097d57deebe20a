namespace WebQA.Evaluation.Contrast;

/// <summary>How often damages are noticed, by two measures.</summary>
/// <param name="Paired">The sound answer scores above the damaged one; equal scores are not noticed. An answer's score is the mean over its sentences.</param>
/// <param name="Flagged">A damaged sentence scores below what nine in ten sound sentences of other questions reach. Under <see cref="Detection.Sound"/> stand the false alarms.</param>
public sealed record ContrastReport(DetectionFigures Paired, DetectionFigures Flagged)
{
    /// <summary>The support model, fitted to other questions.</summary>
    public const string Support = "support_model";

    /// <summary>The same, fitted without lessons of the kind it is judged by.</summary>
    public const string SupportWithoutKind = "support_model_without_kind";

    /// <summary>Share of words that stand in the quotes.</summary>
    public const string WordOverlap = "word_overlap";

    /// <summary>The shipped reward model, which was fitted to other data.</summary>
    public const string Reward = "reward_model";

    /// <summary>The same without quotes in its input.</summary>
    public const string RewardWithoutQuotes = "reward_model_without_quotes";
}
