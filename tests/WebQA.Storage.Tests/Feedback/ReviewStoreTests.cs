using WebQA.Core.Feedback;
using WebQA.Core.Questions;

namespace WebQA.Storage.Tests.Feedback;

/// <summary>Disagreements and what reviewers decide.</summary>
public sealed class ReviewStoreTests
{
    [Fact]
    public async Task A_task_is_disputed_once_all_its_people_judged_it_and_they_disagree_about_the_side()
    {
        await using var store = new TestStore();
        var reviews = store.Get<IReviewStore>();
        await FillAsync(store, overlap: 3, ("ann", [1, 2]), ("ben", [-1, 1]));
        Assert.Empty(await reviews.ListAsync("rob", null, isDecided: false));

        await JudgeAsync(store, "cat", [1, 1]);

        var disputed = Assert.Single(await reviews.ListAsync("rob", "crows", isDecided: false));
        Assert.Equal(("crows", "Why 0?", false, false), (disputed.Project, disputed.Question, disputed.IsDecided, disputed.HasNoMajority));
        Assert.Equal([Preference.ABetter, Preference.BBetter, Preference.ABetter], disputed.Ratings);
        Assert.Equal(3, (await reviews.FindAsync("rob", disputed.TaskId))!.Annotations.Count);
        Assert.Empty(await reviews.ListAsync("rob", "ravens", isDecided: false));
    }

    [Fact]
    public async Task Nobody_reviews_what_they_judged_or_wrote()
    {
        await using var store = new TestStore();
        var reviews = store.Get<IReviewStore>();
        await FillAsync(store, overlap: 2, ("ann", [1, 1]), ("ben", [-1, -1]));
        var task = (await reviews.ListAsync("rob", null, isDecided: false))[0].TaskId;

        Assert.Empty(await reviews.ListAsync("ann", null, isDecided: false));
        Assert.Empty(await reviews.ListAsync("writer", null, isDecided: false));
        Assert.Null(await reviews.FindAsync("ben", task));
        Assert.StartsWith($"There is no disputed task {task} for you.", await Tasks.RefusalAsync(FeedbackRefusal.Unknown, () => reviews.DecideAsync("ann", task, Preference.ABetter, "Mine.")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_decision_accepts_a_label_fixes_them_or_rejects_the_task_and_the_latest_stands()
    {
        await using var store = new TestStore();
        var reviews = store.Get<IReviewStore>();
        await FillAsync(store, overlap: 2, ("ann", [1, 1]), ("ben", [-1, 1]));
        var task = Assert.Single(await reviews.ListAsync("rob", null, isDecided: false)).TaskId;

        Assert.Equal(ReviewVerdict.Accept, (await reviews.DecideAsync("rob", task, Preference.ABetter, " <b>A</b> 😀 ")).Verdict);
        Assert.Equal(ReviewVerdict.Fix, (await reviews.DecideAsync("rob", task, Preference.EquallyGood, "Neither.")).Verdict);
        Assert.Equal(ReviewVerdict.Reject, (await reviews.DecideAsync("rob", task, null, "The question makes no sense.")).Verdict);

        Assert.Empty(await reviews.ListAsync("rob", null, isDecided: false));
        Assert.True(Assert.Single(await reviews.ListAsync("rob", null, isDecided: true)).IsDecided);
        var standing = Assert.Single(await reviews.DecisionsAsync("crows")).Value;
        Assert.Equal(new TaskReview(task, ReviewVerdict.Reject, null, "The question makes no sense.", "rob", TestStore.Noon), standing);
        Assert.Equal(standing, (await reviews.FindAsync("rob", task))!.Review);
    }

    [Fact]
    public async Task A_decision_has_a_reason_and_a_rating_of_five()
    {
        await using var store = new TestStore();
        var reviews = store.Get<IReviewStore>();

        Assert.Equal("Say in a few words why.", await Tasks.RefusalAsync(FeedbackRefusal.Invalid, () => reviews.DecideAsync("rob", "t", Preference.ABetter, " \0 ")));
        Assert.Equal("The reason has 4001 characters; at most 4000 are kept. Shorten it.", await Tasks.RefusalAsync(FeedbackRefusal.Invalid, () => reviews.DecideAsync("rob", "t", null, new string('x', 4_001))));
        Assert.Equal("The rating is 7; it is from -2 (B is much better) to 2 (A is much better).", await Tasks.RefusalAsync(FeedbackRefusal.Invalid, () => reviews.DecideAsync("rob", "t", (Preference)7, "x")));
        Assert.StartsWith("There is no disputed task t for you.", await Tasks.RefusalAsync(FeedbackRefusal.Unknown, () => reviews.DecideAsync("rob", "t", null, "x")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Adjudicated_comparisons_have_one_with_the_reviewers_word_in_place_of_the_labels()
    {
        await using var store = new TestStore();
        var (reviews, feedback) = (store.Get<IReviewStore>(), store.Get<IFeedbackStore>());
        await FillAsync(store, overlap: 2, ("ann", [1, 1]), ("ben", [-1, 1]));
        var task = Assert.Single(await reviews.ListAsync("rob", null, isDecided: false)).TaskId;
        await reviews.DecideAsync("rob", task, Preference.BMuchBetter, "B cites.");

        var decided = await Adjudication.ApplyAsync(feedback.ReadAsync("crows"), await reviews.DecisionsAsync("crows")).ToListAsync();
        await reviews.DecideAsync("rob", task, null, "Useless.");
        var rejected = await Adjudication.ApplyAsync(feedback.ReadAsync("crows"), await reviews.DecisionsAsync("crows")).ToListAsync();

        Assert.Equal(
            [($"review-{task}", Preference.BMuchBetter, "rob", "B cites.")],
            decided.Where(c => c.TaskId == task).Select(static c => (c.Id, c.Annotation.Rating, c.PersonId!, c.Annotation.Justification!)));
        Assert.Equal((3, 2), (decided.Count, rejected.Count));
        Assert.DoesNotContain(rejected, c => c.TaskId == task);
    }

    private static async Task FillAsync(TestStore store, int overlap, params (string Person, int[] Ratings)[] people)
    {
        var feedback = store.Get<IFeedbackStore>();
        await feedback.CreateProjectAsync(new FeedbackProject { Name = "crows", Overlap = overlap, FullShare = 0 });
        await feedback.AddTasksAsync("crows", [.. Enumerable.Range(0, 2).Select(static i =>
            new ComparisonTask(new Question($"{i}", $"Why {i}?", "set"), new ComparedAnswer("One.", []), new ComparedAnswer("Two.", [])) { AuthorA = "writer" })]);
        foreach (var (person, ratings) in people)
        {
            await JudgeAsync(store, person, ratings);
        }
    }

    /// <summary>Ratings with the sides as the task has them, whichever was shown first.</summary>
    private static async Task JudgeAsync(TestStore store, string person, int[] ratings)
    {
        var queue = store.Get<ITaskQueue>();
        foreach (var _ in ratings)
        {
            var claimed = (await queue.ClaimAsync("crows", new Labeler(person)))!;
            var rating = ratings[int.Parse(claimed.Comparison.Question.Id)] * (claimed.Comparison.A.Text == "One." ? 1 : -1);
            await queue.SubmitAsync(claimed.Lease, new ComparisonAnnotation { Rating = (Preference)rating, Unsupported = Preference.EquallyGood, Coherence = Preference.EquallyGood });
        }
    }
}
