using WebQA.Core.Feedback;
using WebQA.Core.Guidelines;

namespace WebQA.Storage.Tests.Feedback;

/// <summary>What people have to do before tasks are given to them.</summary>
public sealed class AdmissionTests
{
    private const string Lead = "lead";

    [Fact]
    public async Task Guidelines_and_quiz_come_before_the_first_task()
    {
        await using var store = await StoreAsync(new AdmissionRules { RequiresGuidelines = true });
        var (queue, readings) = (store.Get<ITaskQueue>(), store.Get<IGuidelineReadings>());

        Assert.Equal(
            "Before tasks of 'crows' are given to you, read the guidelines 'comparison', version 1, and say that you have.",
            await Tasks.RefusalAsync(FeedbackRefusal.NotYet, () => queue.ClaimAsync("crows", Tasks.Ann)));
        await readings.AcknowledgeAsync("ann", "comparison", "1");
        Assert.Equal(
            "Before tasks of 'crows' are given to you, pass the quiz of the guidelines 'comparison', version 1.",
            await Tasks.RefusalAsync(FeedbackRefusal.NotYet, () => queue.ClaimAsync("crows", Tasks.Ann)));
        await PassAsync(store, "ann", "comparison");

        Assert.NotNull(await queue.ClaimAsync("crows", Tasks.Ann));
        Assert.Equal(AdmissionStage.Guidelines, (await store.Get<IProjectAdmission>().OfAsync("crows", "ben")).Stage);
        Assert.NotNull(await queue.ClaimAsync("crows", new Labeler("simulated/1", IsSimulated: true)));
    }

    [Theory]
    [InlineData(Preference.BBetter, AdmissionStage.Admitted, 0.75)]
    [InlineData(Preference.EquallyGood, AdmissionStage.Admitted, 0.875)]
    public Task A_trial_is_marked_by_agreement_with_gold(Preference fourth, AdmissionStage stage, double agreement) => TrialAsync(0.75, fourth, stage, agreement);

    [Fact]
    public Task A_trial_below_the_mark_goes_to_a_reviewer() => TrialAsync(0.9, Preference.EquallyGood, AdmissionStage.Review, 0.875);

    [Fact]
    public async Task A_trial_gives_gold_alone_and_real_tasks_after_it()
    {
        await using var store = await StoreAsync(new AdmissionRules { TrialTasks = 2, TrialPassMark = 1 }, gold: 3);
        var queue = store.Get<ITaskQueue>();

        var first = await RateAsync(queue, Tasks.Ann, Preference.AMuchBetter);
        var second = await RateAsync(queue, Tasks.Ann, Preference.ABetter);
        var third = await RateAsync(queue, Tasks.Ann, Preference.ABetter);

        Assert.Equal(("Why do 101 crows bring gifts?", "Why do 102 crows bring gifts?", "Why do 1 crows bring gifts?"), (first, second, third));
    }

    [Fact]
    public async Task A_trial_without_gold_says_whom_to_tell()
    {
        await using var store = await StoreAsync(new AdmissionRules { TrialTasks = 2 }, gold: 1);
        var queue = store.Get<ITaskQueue>();
        await RateAsync(queue, Tasks.Ann, Preference.ABetter);

        Assert.Equal(
            "The trial of 'crows' has no gold task left that you could be given. Tell whoever runs the project to add some.",
            await Tasks.RefusalAsync(FeedbackRefusal.NotYet, () => queue.ClaimAsync("crows", Tasks.Ann)));
    }

    [Fact]
    public async Task A_reviewer_lets_people_in_and_keeps_them_out_with_a_reason()
    {
        await using var store = await StoreAsync(new AdmissionRules { RequiresGuidelines = true, TrialTasks = 1 });
        var (queue, admission) = (store.Get<ITaskQueue>(), store.Get<IProjectAdmission>());

        await admission.DecideAsync("crows", "ann", AdmissionDecision.Granted, Lead, string.Empty);
        Assert.NotNull(await queue.ClaimAsync("crows", Tasks.Ann));
        await admission.DecideAsync("crows", "ann", AdmissionDecision.Barred, Lead, " All rated in four seconds. ");

        Assert.Equal(
            "A reviewer has decided that tasks of 'crows' are not given to you: All rated in four seconds.",
            await Tasks.RefusalAsync(FeedbackRefusal.NotYours, () => queue.ClaimAsync("crows", Tasks.Ann)));
        Assert.Equal(("ann", AdmissionStage.Barred), Assert.Single(await admission.ListAsync("crows")) is var ann ? (ann.PersonId, ann.Stage) : default);
        await admission.DecideAsync("crows", "ann", null, Lead, string.Empty);
        Assert.Equal(AdmissionStage.Guidelines, (await admission.OfAsync("crows", "ann")).Stage);
        Assert.Equal(
            "Nobody decides about themselves. Ask another reviewer.",
            await Tasks.RefusalAsync(FeedbackRefusal.NotYours, () => admission.DecideAsync("crows", "ann", AdmissionDecision.Granted, "ann", "I am good.")));
        Assert.StartsWith("Say in a few words why", await Tasks.RefusalAsync(FeedbackRefusal.Invalid, () => admission.DecideAsync("crows", "ann", AdmissionDecision.Barred, Lead, " ")), StringComparison.Ordinal);
        Assert.Equal("There is no project 'daws'.", await Tasks.RefusalAsync(FeedbackRefusal.Unknown, () => admission.DecideAsync("daws", "ann", AdmissionDecision.Granted, Lead, "")));
    }

    [Fact]
    public async Task Those_who_have_read_the_guidelines_or_are_in_the_pool_can_be_decided_about_before_their_first_task()
    {
        await using var store = await StoreAsync(new AdmissionRules { RequiresGuidelines = true });
        var (feedback, admission) = (store.Get<IFeedbackStore>(), store.Get<IProjectAdmission>());
        await feedback.CreateProjectAsync(Tasks.Project() with { Name = "pooled", Pool = "trained" });
        await feedback.SetPoolAsync("trained", ["cleo"]);
        await store.Get<IGuidelineReadings>().AcknowledgeAsync("ben", "comparison", "1");
        await store.Get<IGuidelineReadings>().AcknowledgeAsync("dan", "demonstration", "1");

        Assert.Equal([("ben", AdmissionStage.Quiz)], (await admission.ListAsync("crows")).Select(person => (person.PersonId, person.Stage)));
        Assert.Equal([("cleo", AdmissionStage.Admitted)], (await admission.ListAsync("pooled")).Select(person => (person.PersonId, person.Stage)));
    }

    [Theory]
    [InlineData(-1, 0.5, "The trial has -1 tasks; it has 0 to 200.")]
    [InlineData(1, 1.5, "The pass mark of the trial is 1.5; it is a share from 0 to 1.")]
    [InlineData(1, double.NaN, "The pass mark of the trial is NaN; it is a share from 0 to 1.")]
    public async Task Rules_that_cannot_be_are_refused(int tasks, double mark, string reason)
    {
        await using var store = await Tasks.StoreAsync(Tasks.Project());

        Assert.Equal(reason, await Tasks.RefusalAsync(
            FeedbackRefusal.Invalid, () => store.Get<IProjectAdmission>().SetRulesAsync("crows", new AdmissionRules { TrialTasks = tasks, TrialPassMark = mark })));
    }

    private static async Task TrialAsync(double mark, Preference fourth, AdmissionStage stage, double agreement)
    {
        await using var store = await StoreAsync(new AdmissionRules { TrialTasks = 4, TrialPassMark = mark }, gold: 4);
        var queue = store.Get<ITaskQueue>();
        foreach (var rating in (Preference[])[Preference.AMuchBetter, Preference.ABetter, Preference.ABetter, fourth])
        {
            await RateAsync(queue, Tasks.Ann, rating);
        }

        var admission = await store.Get<IProjectAdmission>().OfAsync("crows", "ann");

        Assert.Equal((stage, 4, (double?)agreement), (admission.Stage, admission.TrialDone, admission.Agreement));
        if (stage == AdmissionStage.Review)
        {
            Assert.Equal(
                "The trial of 'crows' is over: you agreed with 88 % of its 4 tasks, and 90 % are asked for. A reviewer can look at it and let you go on.",
                await Tasks.RefusalAsync(FeedbackRefusal.NotYours, () => queue.ClaimAsync("crows", Tasks.Ann)));
        }
    }

    /// <summary>Rates the next task, sides as the task has them, and says which it was.</summary>
    private static async Task<string> RateAsync(ITaskQueue queue, Labeler labeler, Preference rating)
    {
        var claimed = (await queue.ClaimAsync("crows", labeler))!;
        await queue.SubmitAsync(claimed.Lease, Tasks.Rated(claimed.Comparison.A.Text == "They were fed [1]." ? rating : (Preference)(-(int)rating)));
        return claimed.Comparison.Question.Text;
    }

    private static async Task PassAsync(TestStore store, string person, string kind) => await store.Get<IGuidelineReadings>()
        .AnswerQuizAsync(person, kind, "1", [.. GuidelineShelf.Find(kind, "1")!.Quiz.Questions.Select(q => q.Right)]);

    private static async Task<TestStore> StoreAsync(AdmissionRules rules, int gold = 0)
    {
        var store = await Tasks.StoreAsync(Tasks.Project(), count: 3);
        await store.Get<IFeedbackStore>().AddTasksAsync("crows", [.. Enumerable.Range(101, gold).Select(number => Tasks.Task(number, Preference.ABetter))]);
        await store.Get<IProjectAdmission>().SetRulesAsync("crows", rules);
        return store;
    }
}
