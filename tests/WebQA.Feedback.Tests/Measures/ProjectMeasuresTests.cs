using WebQA.Core.Feedback;
using WebQA.Core.Questions;
using WebQA.Feedback.Measures;

namespace WebQA.Feedback.Tests.Measures;

/// <summary>What is said of a project's comparisons, on few enough to count by hand.</summary>
public sealed class ProjectMeasuresTests
{
    [Fact]
    public void Effects_count_ties_a_half_and_leave_out_what_has_no_difference()
    {
        var measures = ProjectMeasures.Of("crows",
        [
            Comparison("1", "long answer", "short", Preference.AMuchBetter),
            Comparison("2", "long answer", "short", Preference.BBetter, isSwapped: true),
            Comparison("3", "short", "long answer", Preference.EquallyGood),
            Comparison("4", "same size", "size same", Preference.ABetter),
            Comparison("5", "long answer", "short", Preference.BMuchBetter) with { Annotation = new ComparisonAnnotation { Rating = Preference.BMuchBetter, QuestionIsBad = true } },
        ]);

        Assert.Equal((4, 3, 1), (measures.Comparisons, measures.Decided, measures.Ties));
        Assert.Equal((4, 3, 1, 0.875), (measures.First.Comparisons, measures.First.Wins, measures.First.Ties, measures.First.Rate.Estimate));
        Assert.Equal((3, 1, 1, 0.5), (measures.LongerByCharacters.Comparisons, measures.LongerByCharacters.Wins, measures.LongerByCharacters.Ties, measures.LongerByCharacters.Rate.Estimate));
        Assert.Equal(3, measures.LongerByWords.Comparisons);
        Assert.True(measures.First.Rate.Low > 0.5 && measures.First.Rate.High <= 1);
    }

    [Fact]
    public void Agreement_needs_named_people_on_the_same_task()
    {
        var measures = ProjectMeasures.Of("crows",
        [
            Comparison("1", "a", "b", Preference.AMuchBetter, "ann"), Comparison("1", "a", "b", Preference.ABetter, "ben"),
            Comparison("2", "a", "b", Preference.BBetter, "ann"), Comparison("2", "a", "b", Preference.EquallyGood, "ben"),
            Comparison("3", "a", "b", Preference.BBetter, "ann"), Comparison("3", "a", "b", Preference.ABetter, "ben"),
            Comparison("4", "a", "b", Preference.BBetter, "ann"), Comparison("5", "a", "b", Preference.BBetter), Comparison("5", "a", "b", Preference.BBetter),
        ]);

        Assert.Equal((3, 3, 2), (measures.Agreement.Tasks, measures.Agreement.Pairs, measures.Labelers));
        Assert.Equal((1 / 3.0, 0.5, 0.5), (measures.Agreement.Raw.Estimate, measures.Agreement.NeutralHalf.Estimate, measures.Agreement.Decided.Estimate), Near);
        Assert.InRange(measures.Agreement.Alpha.Estimate, -1, 1);
    }

    [Fact]
    public void Where_nobody_judged_the_same_there_is_no_agreement_to_speak_of()
    {
        var measures = ProjectMeasures.Of("crows", [Comparison("1", "a", "b", Preference.ABetter, "ann")]);

        Assert.Equal(0, measures.Agreement.Tasks);
        Assert.True(double.IsNaN(measures.Agreement.Raw.Estimate) && double.IsNaN(measures.Agreement.FleissKappa.Estimate));
    }

    [Fact]
    public void Several_data_sets_are_measured_each_after_all_together()
    {
        var measures = ProjectMeasures.BySet("crows", [Comparison("1", "a", "b", Preference.ABetter), Comparison("2", "a", "b", Preference.ABetter, set: "other")]);

        Assert.Equal([("crows", 2), ("other", 1), ("set", 1)], measures.Select(static m => (m.Name, m.Comparisons)));
    }

    private static bool Near((double, double, double) a, (double, double, double) b) =>
        Math.Abs(a.Item1 - b.Item1) + Math.Abs(a.Item2 - b.Item2) + Math.Abs(a.Item3 - b.Item3) < 1e-9;

    private static StoredComparison Comparison(string task, string a, string b, Preference rating, string? person = null, bool isSwapped = false, string set = "set") => new(
        $"{task}-{person}", task, new ComparisonTask(new Question(task, $"Why {task}?", set), new ComparedAnswer(a, []), new ComparedAnswer(b, [])),
        new ComparisonAnnotation { Rating = rating }, person, isSwapped, IsSimulated: false, IsImported: true, string.Empty, default);
}
