using WebQA.Core.Feedback;
using WebQA.LabelingUi.Compare;

namespace WebQA.LabelingUi.Tests.Compare;

/// <summary>What can be marked in an answer.</summary>
public sealed class AnswerClaimsTests
{
    private const string Text = "Crows were fed. [2] They bring gifts [1, 2]. 😀 naïve \u202Ewords\u202C stay.";

    [Fact]
    public void Each_sentence_with_the_citations_behind_it_is_a_claim_to_be_marked() =>
        Assert.Equal(["Crows were fed. [2]", "They bring gifts [1, 2].", "😀 naïve \u202Ewords\u202C stay."], Words(AnswerClaims.Of(Text, AnswerSide.A, [])));

    [Fact]
    public void A_marked_claim_cuts_its_sentence()
    {
        var bring = Text.IndexOf("bring", StringComparison.Ordinal);

        var claims = AnswerClaims.Of(Text, AnswerSide.A, [new ClaimMark(AnswerSide.A, bring, 5, "weak"), new ClaimMark(AnswerSide.B, 0, 3)]);

        Assert.Equal(["Crows were fed. [2]", "They", "bring", "gifts [1, 2].", "😀 naïve \u202Ewords\u202C stay."], Words(claims));
        Assert.Equal("weak", claims[2].Support);
    }

    [Fact]
    public void A_selection_loses_its_blanks_keeps_whole_characters_and_has_words()
    {
        var smile = Text.IndexOf('\uD83D');

        Assert.Equal(new ClaimMark(AnswerSide.A, 0, 5), AnswerClaims.Trimmed(Text, AnswerSide.A, -7, 6));
        Assert.Equal(smile, AnswerClaims.Trimmed(Text, AnswerSide.A, smile + 1, int.MaxValue)!.Start);
        Assert.Null(AnswerClaims.Trimmed(Text, AnswerSide.A, 15, 20));
        Assert.Null(AnswerClaims.Trimmed(Text, AnswerSide.A, 9, 3));
    }

    [Fact]
    public void A_claim_is_handed_in_with_its_words_their_surroundings_and_what_it_cites()
    {
        var answer = new ComparedAnswer(Text, [new("one", "1"), new("two", "2")]);

        var claim = AnswerClaims.ToAnnotated(answer, new ClaimMark(AnswerSide.A, 20, 10, "strong", "core"));

        Assert.Equal(("They bring", "Crows were fed. [2] ", " gifts [1, 2]. 😀 naïve \u202Ewords\u202C "), (claim.Exact, claim.Prefix, claim.Suffix));
        Assert.Equal([1, 2], claim.CitedReferences);
    }

    private static IEnumerable<string> Words(IEnumerable<ClaimMark> claims) => claims.Select(claim => Text.Substring(claim.Start, claim.Length).Trim());
}
