using WebQA.Core.Feedback;
using WebQA.Core.Questions;
using WebQA.Core.Rewards;
using WebQA.Feedback.Review;

namespace WebQA.Feedback.Tests.Review;

public sealed class LabelErrorsTests
{
    [Fact]
    public async Task The_labels_that_the_model_finds_least_likely_come_first_with_their_loss()
    {
        StoredComparison[] comparisons =
        [
            Compared("agrees", "long answer", "short", Preference.ABetter), Compared("parts", "long answer", "short", Preference.BMuchBetter), Compared("tie", "long answer", "s", Preference.EquallyGood),
            Compared("parts most", "a", "a much longer answer", Preference.ABetter), Compared("same", "equal", "equal", Preference.BBetter),
        ];

        var suspects = await LabelErrors.FindAsync(new LengthRewardModel(), comparisons.ToAsyncEnumerable(), count: 3);

        Assert.Equal(["parts most", "parts", "same"], suspects.Select(static suspect => suspect.Id));
        Assert.Equal(-1.9, suspects[0].Lead, 1e-9);
        // feedback-vectors.json, rm_losses: a hard label at d = 0 costs ln 2.
        Assert.Equal(0.6931471805599453, suspects[2].Loss, 1e-12);
        Assert.Equal(1 / (1 + Math.Exp(0.6)), suspects[1].Probability, 1e-12);
    }

    private static StoredComparison Compared(string id, string a, string b, Preference rating) => new(
        id, id, new ComparisonTask(new Question(id, "Why?", "set"), new ComparedAnswer(a, []), new ComparedAnswer(b, [])), new ComparisonAnnotation { Rating = rating }, null, false, false, true, "", default);

    /// <summary>A tenth of a log-odd a character.</summary>
    private sealed class LengthRewardModel : IRewardModel
    {
        public string Name => "length";

        public Task<IReadOnlyList<EnsembleReward>> ScoreAsync(IReadOnlyList<RewardInput> answers, CancellationToken cancellationToken = default) =>
            Task.FromResult<IReadOnlyList<EnsembleReward>>([.. answers.Select(static answer => new EnsembleReward([answer.Answer.Length / 10.0]))]);
    }
}
