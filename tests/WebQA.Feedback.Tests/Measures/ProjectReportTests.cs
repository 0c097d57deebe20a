using System.Diagnostics;
using WebQA.Core.Feedback;
using WebQA.Core.Questions;
using WebQA.Feedback.Measures;

namespace WebQA.Feedback.Tests.Measures;

/// <summary>By labeler, by two labelers and by guidelines, on few enough to count by hand.</summary>
public sealed class ProjectReportTests
{
    [Fact]
    public void A_labeler_has_pace_ties_skips_gold_and_agreement_with_the_others()
    {
        var report = ProjectReport.Of(
            "crows",
            [
                Made("1", "ann", Preference.AMuchBetter, seconds: 60, gold: Preference.ABetter), Made("1", "ben", Preference.BBetter, seconds: 120, gold: Preference.ABetter),
                Made("2", "ann", Preference.EquallyGood, seconds: 120, gold: Preference.ABetter), Made("2", "ben", Preference.BBetter, seconds: 180, gold: Preference.ABetter),
                Made("3", "ann", Preference.BBetter, seconds: 180), Made("3", "ben", Preference.BMuchBetter, seconds: 240),
            ],
            [new SkippedTask("4", "ann", SkipRoute.ForOthers, "too long")]);

        var (ann, ben) = (report.Labelers[0], report.Labelers[1]);
        Assert.Equal(("ann", 3, 30.0, TimeSpan.FromMinutes(2)), (ann.PersonId, ann.Comparisons, ann.Work.PerActiveHour.Estimate, ann.Work.MedianActive!.Value));
        Assert.Equal((1, 0.25), (ann.Work.Skips, ann.Work.SkipShare.Estimate));
        Assert.Equal((2, 0.75, 2, 0.0), (ann.Gold, ann.GoldScore.Estimate, ben.Gold, ben.GoldScore.Estimate));
        Assert.Equal((3, 0.5), (ann.OthersPairs, ann.WithOthers.Estimate));
        Assert.Equal(1 / 3.0, ann.TieShare.Estimate, 1e-12);
        Assert.Equal((TimeSpan.FromMinutes(15), 24.0), (report.Work.Active, report.Work.PerActiveHour.Estimate));
    }

    [Fact]
    public void Two_labelers_and_a_version_of_the_guidelines_have_an_agreement_of_their_own()
    {
        var report = ProjectReport.Of(
            "crows",
            [
                Made("1", "ann", Preference.ABetter), Made("1", "ben", Preference.ABetter), Made("1", "cat", Preference.BBetter),
                Made("2", "ann", Preference.BBetter, guidelines: "2"), Made("2", "ben", Preference.BBetter, guidelines: "2"),
            ],
            []);

        Assert.Equal([("ann", "ben", 2, 1.0), ("ann", "cat", 1, 0.0), ("ben", "cat", 1, 0.0)], report.Pairs.Select(static p => (p.First, p.Second, p.Agreement.Tasks, p.Agreement.Raw.Estimate)));
        Assert.Equal(1.0, report.Pairs[0].Agreement.CohenKappa.Estimate);
        Assert.Equal([("1", 3, 3, 1 / 3.0), ("2", 2, 1, 1.0)], report.Guidelines.Select(static g => (g.Version, g.Comparisons, g.Agreement.Pairs, g.Agreement.Raw.Estimate)));
    }

    [Fact]
    public void Who_takes_a_fifth_of_the_others_time_stands_out_and_who_is_a_little_faster_does_not()
    {
        var random = new Random(3);
        StoredComparison Timed(string person, int task, double mean) => Made($"{task}", person, Preference.ABetter, seconds: mean * (0.5 + random.NextDouble()));
        List<StoredComparison> made =
        [
            .. Enumerable.Range(0, 40).SelectMany(task => (StoredComparison[])[Timed("ann", task, 300), Timed("ben", task, 300), Timed("cat", task, 250)]),
            .. Enumerable.Range(0, 10).Select(task => Timed("dan", task, 60)),
            .. Enumerable.Range(0, 4).Select(task => Timed("eve", task, 5)),
        ];

        var pace = Pace.Of(made);

        Assert.Equal(["dan"], pace.Where(static p => p.Value.IsFastOutlier).Select(static p => p.Key));
        Assert.InRange(pace["dan"].RatioToOthers, 0.1, 0.4);
        Assert.True(pace["dan"].Evidence > Pace.Threshold && pace["eve"].RatioToOthers < 0.1);
    }

    [Fact]
    public void Imported_comparisons_tell_nothing_of_pace()
    {
        var report = ProjectReport.Of("crows", [Made("1", "ann", Preference.ABetter, seconds: 9) with { IsImported = true }], []);

        Assert.Equal((0, 0), (report.Work.Comparisons, report.Work.Timed));
        Assert.Null(report.Work.MedianActive);
        Assert.True(double.IsNaN(report.Work.PerActiveHour.Estimate));
    }

    [Fact]
    public void Ten_thousand_comparisons_by_thirty_people_are_measured_while_a_person_waits()
    {
        var random = new Random(5);
        List<StoredComparison> made =
            [.. Enumerable.Range(0, 10_000).Select(i => Made($"{i / 3}", $"p{(i + (i / 3)) % 30}", (Preference)random.Next(-2, 3), seconds: random.Next(30, 900)))];

        var start = Stopwatch.GetTimestamp();
        var report = ProjectReport.Of("crows", made, []);

        Assert.Equal(9_999, report.Sets[0].Agreement.Pairs);
        Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(60), $"It took {Stopwatch.GetElapsedTime(start)}.");
        TestContext.Current.SendDiagnosticMessage($"{Stopwatch.GetElapsedTime(start).TotalMilliseconds:0} ms");
    }

    private static StoredComparison Made(string task, string person, Preference rating, double seconds = 0, Preference? gold = null, string guidelines = "1") => new(
        $"{task}-{person}", task, new ComparisonTask(new Question(task, $"Why {task}?", "set"), new ComparedAnswer("a", []), new ComparedAnswer("b", [])) { Gold = gold },
        new ComparisonAnnotation { Rating = rating, Work = new AnnotationWork { ActiveMilliseconds = (long)(1000 * seconds) } }, person, IsSwapped: false, IsSimulated: false, IsImported: false, guidelines, default);
}
