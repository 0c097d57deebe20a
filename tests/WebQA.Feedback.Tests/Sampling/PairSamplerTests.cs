using WebQA.Core.Feedback;
using WebQA.Core.Questions;
using WebQA.Feedback.Sampling;

namespace WebQA.Feedback.Tests.Sampling;

public sealed class PairSamplerTests
{
    [Fact]
    public void Answers_to_the_same_question_are_paired_by_the_seed_and_equal_texts_are_not()
    {
        SampledAnswer[] answers = [Answer("q1", "a"), Answer("q2", "x"), Answer("q1", "b"), Answer("q1", "c"), Answer("q1", "a"), Answer("q2", "x")];

        var two = PairSampler.Pairs(answers, pairsPerQuestion: 2, seed: 7);
        var all = PairSampler.Pairs(answers, pairsPerQuestion: 100, seed: 7);

        Assert.Equal(two, PairSampler.Pairs(answers, 2, 7));
        Assert.Equal(2, two.Count);
        Assert.Equal(["ab", "ac", "bc"], all.Select(static task => task.A.Text + task.B.Text).Order(StringComparer.Ordinal));
        Assert.All(all, static task => Assert.Equal("q1", task.Question.Id));
    }

    private static SampledAnswer Answer(string question, string text) => new(new Question(question, $"Why {question}?"), new ComparedAnswer(text, []));
}
