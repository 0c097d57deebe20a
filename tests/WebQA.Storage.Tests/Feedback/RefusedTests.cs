using WebQA.Core.Feedback;

namespace WebQA.Storage.Tests.Feedback;

/// <summary>What cannot be asked of the queue, and what it says.</summary>
public sealed class RefusedTests
{
    [Fact]
    public async Task Forged_tasks_leases_and_people_are_named()
    {
        await using var store = await Tasks.StoreAsync(Tasks.Project(overlap: 2));
        var queue = store.Get<ITaskQueue>();
        var lease = (await queue.ClaimAsync("crows", Tasks.Ann))!.Lease;

        Assert.Equal("There is no project 'ravens'.", await Tasks.RefusalAsync(FeedbackRefusal.Unknown, () => queue.ClaimAsync("ravens", Tasks.Ann)));
        Assert.Equal(
            "There is no task ' or 1=1.", await Tasks.RefusalAsync(FeedbackRefusal.Unknown, () => queue.SubmitAsync(lease with { TaskId = "' or 1=1" }, Tasks.Rated())));
        Assert.Equal(
            $"Task {lease.TaskId} was not given to you. Take a task from the queue.",
            await Tasks.RefusalAsync(FeedbackRefusal.NotYours, () => queue.SubmitAsync(lease with { PersonId = "ben" }, Tasks.Rated())));
        Assert.Equal(
            $"Task {lease.TaskId} was opened again after this one had ended. Go on in the tab that was opened last; the draft is there.",
            await Tasks.RefusalAsync(FeedbackRefusal.Ended, () => queue.RenewAsync(lease with { Fence = 7 })));
        Assert.Equal(
            "A labeler's id has 1 to 200 characters, none of them a control character.", await Tasks.RefusalAsync(FeedbackRefusal.Invalid, () => queue.ClaimAsync("crows", new Labeler("an\nn"))));
        Assert.Equal(0L, store.Scalar("select count(*) from feedback_annotation"));
    }

    [Fact]
    public async Task A_replayed_submit_counts_once()
    {
        await using var store = await Tasks.StoreAsync(Tasks.Project(overlap: 2));
        var queue = store.Get<ITaskQueue>();
        var lease = (await queue.ClaimAsync("crows", Tasks.Ann))!.Lease;
        await queue.SubmitAsync(lease, Tasks.Rated());

        Assert.Equal(
            $"Task {lease.TaskId} was handed in before. It counts once, as it was then.",
            await Tasks.RefusalAsync(FeedbackRefusal.AlreadySubmitted, () => queue.SubmitAsync(lease, Tasks.Rated(Preference.BBetter))));
        Assert.Equal(1L, store.Scalar("select rating * case is_swapped when 1 then -1 else 1 end from feedback_annotation"));
        Assert.Equal(1L, store.Scalar("select taken from feedback_task"));
    }

    [Fact]
    public async Task Two_people_may_hand_in_the_same_task_and_a_third_may_not()
    {
        await using var store = await Tasks.StoreAsync(Tasks.Project(overlap: 2));
        var queue = store.Get<ITaskQueue>();
        var gone = (await queue.ClaimAsync("crows", Tasks.Cleo))!.Lease;
        store.Clock.Advance(TimeSpan.FromHours(1));
        TaskLease[] leases = [(await queue.ClaimAsync("crows", Tasks.Ann))!.Lease, (await queue.ClaimAsync("crows", Tasks.Ben))!.Lease];

        await Task.WhenAll(leases.Select(lease => queue.SubmitAsync(lease, Tasks.Rated())));

        await Tasks.RefusalAsync(FeedbackRefusal.Ended, () => queue.SubmitAsync(gone, Tasks.Rated()));
        Assert.Equal(2L, store.Scalar("select count(*) from feedback_annotation"));
    }

    [Fact]
    public async Task An_incomplete_annotation_says_all_that_is_missing_and_the_task_stays_held()
    {
        await using var store = await Tasks.StoreAsync(Tasks.Project() with { FullShare = 1 });
        var queue = store.Get<ITaskQueue>();
        var lease = (await queue.ClaimAsync("crows", Tasks.Ann))!.Lease;

        var message = await Tasks.RefusalAsync(FeedbackRefusal.Invalid, () => queue.SubmitAsync(lease, Tasks.Rated()));

        Assert.StartsWith("The rating of irrelevant information is missing. The rating of usefulness is missing. ", message);
        Assert.Contains("The trust of reference [1] of answer ", message);
        Assert.EndsWith("No claim of answer B is marked.", message);
        await queue.SubmitAsync(lease, Tasks.Whole((await queue.ClaimAsync("crows", Tasks.Ann))!.Comparison));
    }

    [Fact]
    public async Task Skipping_asks_for_a_reason()
    {
        await using var store = await Tasks.StoreAsync(Tasks.Project());
        var queue = store.Get<ITaskQueue>();
        var lease = (await queue.ClaimAsync("crows", Tasks.Ann))!.Lease;

        Assert.Equal(
            "Say in a few words why this task is skipped; at most 20000 characters.",
            await Tasks.RefusalAsync(FeedbackRefusal.Invalid, () => queue.SkipAsync(lease, SkipRoute.Drop, " \n")));
        Assert.Equal(lease, (await queue.ClaimAsync("crows", Tasks.Ann))!.Lease);
    }

    [Theory]
    [InlineData("", "A project's name has 1 to 80 letters, digits, blanks, '-', '_' or '.', and no blank at its ends.")]
    [InlineData("a/b", "A project's name has 1 to 80 letters, digits, blanks, '-', '_' or '.', and no blank at its ends.")]
    [InlineData("crows", "There is a project 'crows' already. Take another name, or add to that one.")]
    public async Task A_project_needs_a_name_of_its_own(string name, string message)
    {
        await using var store = await Tasks.StoreAsync(Tasks.Project());

        var refused = await Assert.ThrowsAsync<FeedbackRefusedException>(() => store.Get<IFeedbackStore>().CreateProjectAsync(new FeedbackProject { Name = name }));

        Assert.Equal(message, refused.Message);
    }

    [Fact]
    public async Task Markup_emoji_bidi_characters_and_a_megabyte_come_back_as_they_were()
    {
        await using var store = await Tasks.StoreAsync(Tasks.Project(), count: 0);
        var comparisons = store.Get<IFeedbackStore>();
        var wild = "<script>alert('😀')</script> \u202Eevil\u202C \0 \u2028 " + new string('é', 1_000_000);
        await comparisons.AddTasksAsync("crows", [new ComparisonTask(new("q", wild.Replace('\0', ' ')), new(wild, [new(wild, wild)], wild), new("x", []))]);
        var queue = store.Get<ITaskQueue>();
        var claimed = (await queue.ClaimAsync("crows", Tasks.Ann))!;
        await queue.SubmitAsync(claimed.Lease, Tasks.Rated() with { Justification = wild[..20_000] });

        var stored = Assert.Single(await comparisons.ReadAsync("crows").ToListAsync());

        Assert.Equal((wild.Replace('\0', ' '), wild, wild, wild, wild[..20_000]), (stored.Task.Question.Text, stored.Task.A.Text, stored.Task.A.Source, stored.Task.A.References[0].Extract, stored.Annotation.Justification));
        Assert.Equal(
            "The question 'a?b' or its id holds the character U+0000. Remove it and try again.",
            await Tasks.RefusalAsync(FeedbackRefusal.Invalid, () => comparisons.AddTasksAsync("crows", [Tasks.Task(), new ComparisonTask(new("q", "a\0b"), new("x", []), new("y", []))])));
        Assert.Equal(1L, store.Scalar("select count(*) from feedback_task"));
    }
}
