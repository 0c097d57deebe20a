using WebQA.Core.Feedback;

namespace WebQA.Storage.Tests.Feedback;

/// <summary>What people of each form of project are shown and asked.</summary>
public sealed class FormTests
{
    [Fact]
    public async Task A_minimal_comparison_shows_no_citations_or_references_and_asks_for_three_ratings()
    {
        await using var store = await Tasks.StoreAsync(Tasks.Project() with { Form = ProjectForm.MinimalComparison });
        var queue = store.Get<ITaskQueue>();

        var claimed = (await queue.ClaimAsync("crows", Tasks.Ann))!;

        Assert.Equal(["It is trade.", "They were fed."], new[] { claimed.Comparison.A.Text, claimed.Comparison.B.Text }.Order());
        Assert.Empty(claimed.Comparison.A.References.Concat(claimed.Comparison.B.References));
        Assert.Equal([new(AnnotationPart.Accuracy, true), new(AnnotationPart.Coherence, true), new AskedPart(AnnotationPart.Overall, true)], claimed.Comparison.Parts);
        Assert.Equal(
            "The rating of accuracy is missing.", await Tasks.RefusalAsync(FeedbackRefusal.Invalid, () => queue.SubmitAsync(claimed.Lease, Tasks.Rated())));
        Assert.Equal(
            "Claims are marked only where references are shown. Leave them out.",
            await Tasks.RefusalAsync(FeedbackRefusal.Invalid, () => queue.SubmitAsync(
                claimed.Lease, Tasks.Rated() with { Accuracy = Preference.ABetter, Claims = [new(AnswerSide.A, 0, 2, claimed.Comparison.A.Text[..2], "", "", [])] })));
        await queue.SubmitAsync(claimed.Lease, Tasks.Rated() with { Accuracy = Preference.ABetter });
        Assert.Equal("They were fed [1].", Assert.Single(await store.Get<IFeedbackStore>().ReadAsync("crows").ToListAsync()).Task.A.Text);
    }

    [Fact]
    public async Task An_answer_rated_alone_is_always_A_and_takes_no_pair()
    {
        await using var store = await Tasks.StoreAsync(Tasks.Project() with { Form = ProjectForm.AbsoluteRating, FullShare = 1 }, count: 0);
        var queue = store.Get<ITaskQueue>();
        var feedback = store.Get<IFeedbackStore>();
        await feedback.AddTasksAsync("crows", [.. Enumerable.Range(1, 20).Select(static n => Tasks.Task(n) with { B = ComparedAnswer.None })]);

        for (var i = 0; i < 20; i++)
        {
            var claimed = (await queue.ClaimAsync("crows", Tasks.Ann))!;
            Assert.Equal(("They were fed.", ""), (claimed.Comparison.A.Text, claimed.Comparison.B.Text));
            await queue.SubmitAsync(claimed.Lease, new ComparisonAnnotation { Rating = (Preference)(-1), Accuracy = (Preference)1, Coherence = (Preference)2 });
        }

        Assert.Equal(20L, store.Scalar("select count(*) from feedback_annotation where rating = -1 and is_swapped = 0"));
        Assert.Equal(
            "The people of 'crows' rate answers alone; it takes no pairs. Name another project.",
            await Tasks.RefusalAsync(FeedbackRefusal.Invalid, () => feedback.AddTasksAsync("crows", [Tasks.Task(21)])));
    }

    [Fact]
    public async Task A_project_of_demonstrations_takes_questions_and_no_answers_and_keeps_its_form()
    {
        await using var store = await Tasks.StoreAsync(Tasks.Project() with { Form = ProjectForm.Demonstration }, count: 0);
        var feedback = store.Get<IFeedbackStore>();

        Assert.Equal(ProjectForm.Demonstration, Assert.Single(await feedback.ListProjectsAsync()).Project.Form);
        Assert.Equal(
            "The people of 'crows' demonstrate; it takes questions and no answers to compare. Name another project.",
            await Tasks.RefusalAsync(FeedbackRefusal.Invalid, () => feedback.AddTasksAsync("crows", [Tasks.Task()])));
        Assert.Equal(1, await feedback.AddTasksAsync("crows", [ComparisonTask.OfQuestion(Tasks.Task().Question)]));
    }

    [Fact]
    public async Task A_project_of_comparisons_takes_no_question_alone()
    {
        await using var store = await Tasks.StoreAsync(Tasks.Project(), count: 0);

        Assert.Equal(
            "The people of 'crows' compare answers; it takes no question alone. Name another project.",
            await Tasks.RefusalAsync(FeedbackRefusal.Invalid, () => store.Get<IFeedbackStore>().AddTasksAsync("crows", [ComparisonTask.OfQuestion(Tasks.Task().Question)])));
    }
}
