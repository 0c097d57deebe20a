using CsCheck;
using WebQA.Core.Feedback;
using WebQA.Models.RewardModels;

namespace WebQA.Models.Tests.RewardModels;

public sealed class RewardFeaturesTests
{
    private const string Question = "Why do crows bring gifts?";

    private static readonly ComparedReference[] References =
        [new("Crows", "Crows bring shiny gifts to people who feed them. Gabi Mann of Seattle was given 70 beads in 2015.")];

    [Fact]
    public void A_sentence_taken_from_a_reference_is_wholly_supported_and_copied()
    {
        var features = Of("Crows bring shiny gifts to people who feed them [1].");

        Assert.Equal(1, features["has_references"]);
        Assert.Equal(1, features["content_supported"], 1e-6);
        Assert.Equal(1, features["fourgrams_copied"], 1e-6);
        Assert.Equal(Math.Log(10), features["longest_copy"], 1e-6);
        Assert.Equal(1, features["whole_sentences_copied"], 1e-6);
        Assert.Equal(0, features["numbers_unsupported"]);
    }

    [Fact]
    public void Numbers_and_names_that_no_reference_holds_are_counted()
    {
        var features = Of("Feed them, and Gabi Mann and John got 90 beads in 2015.");

        Assert.Equal(Math.Log(2), features["numbers_unsupported"], 1e-6);
        Assert.Equal(Math.Log(2), features["numbers_supported"], 1e-6);
        Assert.Equal(Math.Log(2), features["names_unsupported"], 1e-6);
        Assert.Equal(Math.Log(3), features["names_supported"], 1e-6);
    }

    [Fact]
    public void Citation_marks_change_nothing() =>
        Assert.Equal(RewardFeatures.Of(Question, References, "Crows bring gifts."), RewardFeatures.Of(Question, References, "Crows bring gifts [1][2, 3]."));

    [Fact]
    public void A_sentence_said_twice_is_seen()
    {
        var features = Of("Crows bring shiny gifts. Crows bring shiny gifts.");

        Assert.Equal(1, features["repeated_sentences"], 1e-6);
        Assert.True(features["repeated_trigrams"] > 0.3);
    }

    [Fact]
    public void Without_references_only_the_form_counts()
    {
        var features = RewardFeatures.Names.Zip(RewardFeatures.Of(Question, [], "They like us.")).ToDictionary(f => f.First, f => f.Second);

        Assert.Equal(0, features["has_references"]);
        Assert.All(features.Where(f => f.Key.EndsWith("_with_references", StringComparison.Ordinal)), f => Assert.Equal(0, f.Value));
        Assert.Equal(Math.Log(4), features["log_words"], 1e-6);
    }

    [Fact]
    public void Any_text_has_finite_features_one_a_name() =>
        Gen.Select(Gen.String[0, 200], Gen.String[0, 200], Gen.String[0, 80]).Sample((answer, extract, question) =>
        {
            var features = RewardFeatures.Of(question, [new ComparedReference("T", extract)], answer);
            return features.Count == RewardFeatures.Names.Count && features.All(float.IsFinite);
        });

    private static Dictionary<string, float> Of(string answer) =>
        RewardFeatures.Names.Zip(RewardFeatures.Of(Question, References, answer)).ToDictionary(f => f.First, f => f.Second);
}
