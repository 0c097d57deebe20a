using WebQA.Core.Feedback;
using WebQA.Core.Questions;

namespace WebQA.Core.Tests.Feedback;

/// <summary>What an annotation must hold and may not.</summary>
public sealed class AnnotationRulesTests
{
    private static readonly PresentedComparison Comparison = new(
        "t1", new Question("q", "Why?"), new ComparedAnswer("😀 crow [1] naïve 👩‍🔬 x", [new ComparedReference("Crows", "A crow.")]), new ComparedAnswer("Because.", []), RequiresAllParts: false, "1");

    private static readonly ComparisonAnnotation Complete = new() { Rating = Preference.ABetter, Unsupported = Preference.EquallyGood, Coherence = Preference.BBetter };

    [Fact]
    public void Claims_count_utf16_units_and_hold_their_words()
    {
        Assert.Empty(AnnotationRules.Faults(Comparison, Complete with { Claims = [Claim(8, "[1]"), Claim(18, "👩‍🔬")] }));
        Assert.Equal(
            ["Claim 2 does not hold the words at its place in answer A. Mark it again."],
            AnnotationRules.Faults(Comparison, Complete with { Claims = [Claim(8, "[1]"), Claim(7, "[1]")] }));
        Assert.Equal(
            ["Claim 1 names characters 24 to 27 of answer A, which has 25."], AnnotationRules.Faults(Comparison, Complete with { Claims = [Claim(24, "[1]")] }));
        Assert.Equal(
            ["Claim 1 names characters 2147483647 to 2147483650 of answer A, which has 25."],
            AnnotationRules.Faults(Comparison, Complete with { Claims = [Claim(int.MaxValue, "[1]")] }));
    }

    [Fact]
    public void References_that_are_not_there_are_named()
    {
        var annotation = Complete with
        {
            Trust = [new ReferenceTrust(AnswerSide.A, 1, "trustworthy"), new ReferenceTrust(AnswerSide.B, 1, "neutral"), new ReferenceTrust(AnswerSide.A, 1, "")],
            Claims = [Claim(8, "[1]") with { CitedReferences = [1, 2] }],
        };

        Assert.Equal(
            [
                "Answer B has no reference [1]; it has 0.",
                "The trust of reference [1] of answer A is not a label of 1 to 40 characters.",
                "Claim 1 cites reference [2]; answer A has 1.",
            ],
            AnnotationRules.Faults(Comparison, annotation));
    }

    [Fact]
    public void Each_rating_has_five_points_and_a_bad_question_needs_none()
    {
        Assert.Equal(
            ["The rating of unsupported information is missing.", "The rating of coherence is missing."],
            AnnotationRules.Faults(Comparison, new ComparisonAnnotation { Rating = Preference.EquallyGood }));
        Assert.Empty(AnnotationRules.Faults(Comparison, new ComparisonAnnotation { Rating = Preference.EquallyGood, QuestionIsBad = true }));
        Assert.Equal(
            ["The rating of overall usefulness is 3; it is from -2 (B is much better) to 2 (A is much better)."],
            AnnotationRules.Faults(Comparison, Complete with { Rating = (Preference)3 }));
    }

    [Fact]
    public void A_long_text_says_how_long_it_may_be() =>
        Assert.Equal(
            ["The justification has 20001 characters; at most 20000 are kept. Shorten it."],
            AnnotationRules.Faults(Comparison, Complete with { Justification = new string('x', 20_001) }));

    [Fact]
    public void Exchanging_the_sides_twice_changes_nothing()
    {
        var annotation = Complete with { Claims = [Claim(8, "[1]")], Trust = [new ReferenceTrust(AnswerSide.A, 1, "neutral")] };

        var swapped = annotation.Swapped();

        Assert.Equal((Preference.BBetter, Preference.EquallyGood, Preference.ABetter, AnswerSide.B, AnswerSide.B),
            (swapped.Rating, swapped.Unsupported, swapped.Coherence, swapped.Claims[0].Side, swapped.Trust[0].Side));
        Assert.Equivalent(annotation, swapped.Swapped(), strict: true);
    }

    private static AnnotatedClaim Claim(int start, string exact) => new(AnswerSide.A, start, exact.Length, exact, "", "", [], "strong", "core");
}
