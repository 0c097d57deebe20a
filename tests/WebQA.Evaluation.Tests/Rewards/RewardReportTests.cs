using WebQA.Core.Feedback;
using WebQA.Core.Questions;
using WebQA.Evaluation.Rewards;

namespace WebQA.Evaluation.Tests.Rewards;

public sealed class RewardReportTests
{
    [Fact]
    public void Accuracy_is_strict_by_set_and_the_macro_mean_counts_sets_alike()
    {
        var report = Report(
            Scored("fine", "q1", "long answer", "short", Preference.ABetter, 1.0),
            Scored("fine", "q2", "long answer", "short", Preference.BBetter, -1.0),
            Scored("fine", "q3", "long answer", "short", Preference.BMuchBetter, 0.0),
            Scored("fine", "q4", "long answer", "short", Preference.EquallyGood, 5.0),
            Scored("stackexchange-beer", "q5", "a", "b b", Preference.BBetter, -0.1),
            Scored("stackexchange-coffee", "q6", "a", "b b", Preference.BBetter, -0.1));

        Assert.Equal((3, 2), (report.Decided["fine"], report.Decided["votes"]));
        Assert.Equal(200 / 3.0, report.BySet["fine"]["model"].Estimate, 1e-9);
        Assert.Equal(100 / 3.0, report.BySet["fine"]["longer_characters"].Estimate, 1e-9);
        Assert.Equal((100 + (200 / 3.0)) / 2, report.Macro["model"].Estimate, 1e-9);
        Assert.Equal("longer_characters", report.BestRule);
        Assert.Equal(((200 / 3.0) - (100 / 3.0)) / 2, report.MacroGain.Estimate, 1e-9);
    }

    [Fact]
    public void Pairs_of_one_length_and_pairs_whose_shorter_answer_won_are_reported_apart()
    {
        var report = Report(
            Scored("fine", "q1", new string('x', 100), new string('y', 95), Preference.ABetter, 1.0),
            Scored("fine", "q2", new string('x', 100), new string('x', 100), Preference.ABetter, -1.0),
            Scored("fine", "q3", new string('x', 100), "short", Preference.BBetter, 1.0));

        Assert.Equal(100, report.LengthMatched.Estimate);
        Assert.Equal(0, report.ShorterPreferred.Estimate);
    }

    [Fact]
    public void A_coin_has_the_log_loss_of_a_coin()
    {
        var report = Report(Scored("fine", "q1", "a", "b", Preference.ABetter, 0), Scored("fine", "q2", "a", "b", Preference.EquallyGood, 0));

        Assert.Equal(Math.Log(2), report.LogLoss, 1e-12);
        Assert.Equal(0, report.CalibrationError, 1e-12);
    }

    [Fact]
    public void A_question_is_in_one_part_however_it_is_written()
    {
        Assert.Equal(QuestionSplit.Of("Why is the sky blue?", 5, "fold"), QuestionSplit.Of("  why is the SKY blue ", 5, "fold"));
        Assert.Equal(5, Enumerable.Range(0, 200).Select(i => QuestionSplit.Of($"question {i}", 5, "fold")).Distinct().Count());
    }

    [Fact]
    public void Padding_comes_from_the_answers_own_references_and_not_from_what_was_asked()
    {
        var answer = new ComparedAnswer(
            "Crows bring gifts.", [new ComparedReference("T", "Crows bring gifts. The museum was opened in 1931 by a retired sailor of some fame. Crows are clever birds that people have fed for years.")]);

        Assert.Equal("Crows bring gifts. The museum was opened in 1931 by a retired sailor of some fame.", PaddedAnswer.WithOwnPassage("Why are Crows clever?", answer));
        Assert.Null(PaddedAnswer.WithOwnPassage("Why are Crows clever?", answer with { References = [] }));
        Assert.Equal("One. Two. Three. Four. Three. Four.", PaddedAnswer.WithRepetition(new ComparedAnswer("One. Two. Three. Four.", [])));
        Assert.Null(PaddedAnswer.WithRepetition(new ComparedAnswer("One.", [])));
    }

    [Fact]
    public void No_question_is_fitted_and_stopped_by_at_once_and_large_sets_do_not_drown_small_ones()
    {
        Comparison[] comparisons =
        [
            .. Enumerable.Range(0, 90).Select(i => Of("large", $"question {i}", "one two three.", "four five.", Preference.ABetter)),
            .. Enumerable.Range(0, 10).Select(i => Of("small", $"other {i}", "one two three.", "four five.", Preference.EquallyGood)),
        ];

        var data = new RewardTrainingData().Create(comparisons);

        Assert.Equal(100, data.Pairs.Count);
        Assert.Equal(100, data.Pairs.Sum(p => p.Weight), 1e-2);
        Assert.Equal(3, data.Pairs[^1].Weight / data.Pairs[0].Weight, 1e-4);
        Assert.Equal(0.5f, data.Pairs[^1].Target);
    }

    private static RewardReport Report(params ScoredComparison[] scored) => RewardReport.Of(new RewardScores(scored, []), []);

    private static ScoredComparison Scored(string set, string question, string a, string b, Preference preference, double difference) =>
        new(Of(set, question, a, b, preference), difference);

    private static Comparison Of(string set, string question, string a, string b, Preference preference) =>
        new($"{set}-{question}", new Question(question, question, set), new ComparedAnswer(a, []), new ComparedAnswer(b, []), preference);
}
