using WebQA.Core.Feedback;

namespace WebQA.LabelingUi.Compare;

/// <summary>Something that is still required.</summary>
/// <param name="Part">The part.</param>
/// <param name="Side">The answer it is about; null for ratings.</param>
/// <param name="Count">How much of it is missing.</param>
/// <param name="Focus">Id of the control where it is given.</param>
public sealed record MissingPart(AnnotationPart Part, AnswerSide? Side, int Count, string Focus)
{
    /// <summary>All that is missing before the work can be handed in, in the order in which it is asked for.</summary>
    public static IReadOnlyList<MissingPart> Of(PresentedComparison comparison, ComparisonWork work) => work.BadQuestion
        ? []
        : [.. comparison.Parts.Where(static part => part.IsRequired).SelectMany(part => Of(comparison, work, part.Part))];

    private static IEnumerable<MissingPart> Of(PresentedComparison comparison, ComparisonWork work, AnnotationPart part)
    {
        if (part is AnnotationPart.Trust or AnnotationPart.Claims)
        {
            return new[] { AnswerSide.A, AnswerSide.B }.Select(side => part == AnnotationPart.Trust ? Trust(comparison, work, side) : Claims(comparison, work, side)).OfType<MissingPart>();
        }
        return work.Rating(part) is null ? [new MissingPart(part, null, 1, CompareIds.Rating(part, 0))] : [];
    }

    private static MissingPart? Trust(PresentedComparison comparison, ComparisonWork work, AnswerSide side)
    {
        var open = AnnotationRules.CitedReferences(side == AnswerSide.A ? comparison.A : comparison.B).Where(number => work.TrustOf(side, number) is null).ToList();
        return open.Count == 0 ? null : new MissingPart(AnnotationPart.Trust, side, open.Count, CompareIds.Trust(side, open[0], 0));
    }

    private static MissingPart? Claims(PresentedComparison comparison, ComparisonWork work, AnswerSide side)
    {
        var all = AnswerClaims.Of((side == AnswerSide.A ? comparison.A : comparison.B).Text, side, work.Claims);
        var open = all.Count(static claim => !claim.IsRated);
        return open == 0 ? null : new MissingPart(AnnotationPart.Claims, side, open, CompareIds.Claim(side, all.TakeWhile(static claim => claim.IsRated).Count()));
    }
}

/// <summary>Ids of the controls of the Compare screen.</summary>
public static class CompareIds
{
    public static string Rating(AnnotationPart part, int place) => $"rate-{part}-{place}";

    public static string Trust(AnswerSide side, int number, int place) => $"trust-{side}{number}-{place}";

    public static string Claim(AnswerSide side, int index) => $"claim-{side}{index}";
}
