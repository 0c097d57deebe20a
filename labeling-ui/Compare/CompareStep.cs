using WebQA.Core.Feedback;

namespace WebQA.LabelingUi.Compare;

/// <summary>One of the steps of a comparison (WebGPT, appendix C.2).</summary>
/// <param name="Kind">Which.</param>
/// <param name="IsDone">Whether it is.</param>
/// <param name="IsRequired">Whether it has to be.</param>
/// <param name="Done">How many of its parts are done.</param>
/// <param name="All">How many it has; 0 where they are not counted.</param>
/// <param name="Target">Id of the part of the page where it is done.</param>
public sealed record CompareStep(CompareStepKind Kind, bool IsDone, bool IsRequired, int Done, int All, string Target)
{
    /// <summary>The steps in order. What was read is known only by what was said after it.</summary>
    public static IReadOnlyList<CompareStep> Of(PresentedComparison comparison, ComparisonWork work)
    {
        var asked = comparison.Parts.ToDictionary(static part => part.Part, static part => part.IsRequired);
        var ratings = asked.Where(static part => part.Key is >= AnnotationPart.Unsupported and < AnnotationPart.Overall).ToList();
        var rated = ratings.Count(part => work.Rating(part.Key) is not null);
        var (trustA, claimsA) = Counts(comparison.A, AnswerSide.A, work);
        var (trustB, claimsB) = Counts(comparison.B, AnswerSide.B, work);
        var hasRatings = work.Ratings.Count > 0;
        var (saidA, saidB) = (trustA.Done + claimsA.Done > 0, trustB.Done + claimsB.Done > 0);
        var any = saidA || saidB || hasRatings || work.BadQuestion;
        var steps = new List<CompareStep> { new(CompareStepKind.Question, any, true, 0, 0, "question"), new(CompareStepKind.ReadA, any, true, 0, 0, "answer-A") };
        if (asked.TryGetValue(AnnotationPart.Claims, out var isRequired))
        {
            steps.Add(new(CompareStepKind.TrustA, trustA.Done == trustA.All, isRequired, trustA.Done, trustA.All, "references-A"));
            steps.Add(new(CompareStepKind.ClaimsA, claimsA.Done == claimsA.All, isRequired, claimsA.Done, claimsA.All, "answer-A"));
            steps.Add(new(CompareStepKind.AllOfB, trustB.Done == trustB.All && claimsB.Done == claimsB.All, isRequired, trustB.Done + claimsB.Done, trustB.All + claimsB.All, "answer-B"));
        }
        else if (comparison.Form != ProjectForm.AbsoluteRating)
        {
            steps.Add(new(CompareStepKind.ReadB, hasRatings, true, 0, 0, "answer-B"));
        }
        steps.Add(new(CompareStepKind.Ratings, ratings.TrueForAll(part => !part.Value || work.Rating(part.Key) is not null), true, rated, ratings.Count, "ratings"));
        steps.Add(new(CompareStepKind.Overall, work.Rating(AnnotationPart.Overall) is not null, true, 0, 0, "overall"));
        return steps;
    }

    private static ((int Done, int All) Trust, (int Done, int All) Claims) Counts(ComparedAnswer answer, AnswerSide side, ComparisonWork work)
    {
        var cited = AnnotationRules.CitedReferences(answer);
        var claims = AnswerClaims.Of(answer.Text, side, work.Claims);
        return ((cited.Count(number => work.TrustOf(side, number) is not null), cited.Count), (claims.Count(static claim => claim.IsRated), claims.Count));
    }
}

/// <summary>The steps.</summary>
public enum CompareStepKind
{
    Question,
    ReadA,
    TrustA,
    ClaimsA,
    AllOfB,
    ReadB,
    Ratings,
    Overall,
}
