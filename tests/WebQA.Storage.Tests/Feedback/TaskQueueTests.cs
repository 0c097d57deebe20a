using WebQA.Core.Feedback;

namespace WebQA.Storage.Tests.Feedback;

/// <summary>Whom a task is given to, for how long, and what becomes of it.</summary>
public sealed class TaskQueueTests
{
    [Fact]
    public async Task A_task_is_shown_without_its_sources_and_handed_in_with_its_sides_as_the_task_has_them()
    {
        await using var store = await Tasks.StoreAsync(Tasks.Project(), count: 20);
        var queue = store.Get<ITaskQueue>();
        while (await queue.ClaimAsync("crows", Tasks.Ann) is { } claimed)
        {
            Assert.Equal((null, null), (claimed.Comparison.A.Source, claimed.Comparison.B.Source));
            var isFedShownFirst = claimed.Comparison.A.Text == "They were fed [1].";
            await queue.SubmitAsync(claimed.Lease, Tasks.Rated(isFedShownFirst ? Preference.AMuchBetter : Preference.BMuchBetter));
        }

        var stored = await store.Get<IFeedbackStore>().ReadAsync("crows").ToListAsync();

        Assert.Equal(20, stored.Count);
        Assert.All(stored, comparison => Assert.Equal((Preference.AMuchBetter, "They were fed [1].", "ranking", "ann"),
            (comparison.Annotation.Rating, comparison.Task.A.Text, comparison.Task.A.Source, comparison.PersonId)));
        Assert.InRange(stored.Count(static comparison => comparison.IsSwapped), 5, 15);
    }

    [Fact]
    public async Task Whoever_comes_back_gets_the_task_they_hold_and_others_the_next()
    {
        await using var store = await Tasks.StoreAsync(Tasks.Project(), count: 2);
        var queue = store.Get<ITaskQueue>();

        var first = await queue.ClaimAsync("crows", Tasks.Ann);
        var again = await queue.ClaimAsync("crows", Tasks.Ann);
        var other = await queue.ClaimAsync("crows", Tasks.Ben);

        Assert.Equal(first!.Lease, again!.Lease);
        Assert.Equal(("Why do 1 crows bring gifts?", "Why do 2 crows bring gifts?"), (first.Comparison.Question.Text, other!.Comparison.Question.Text));
        Assert.Null(await queue.ClaimAsync("crows", Tasks.Cleo));
    }

    [Fact]
    public async Task A_lease_without_heartbeats_runs_out_and_the_task_goes_to_another()
    {
        await using var store = await Tasks.StoreAsync(Tasks.Project());
        var queue = store.Get<ITaskQueue>();
        var held = (await queue.ClaimAsync("crows", Tasks.Ann))!.Lease;
        store.Clock.Advance(TimeSpan.FromMinutes(9));
        var renewed = await queue.RenewAsync(held);
        store.Clock.Advance(TimeSpan.FromMinutes(9));
        Assert.Null(await queue.ClaimAsync("crows", Tasks.Ben));
        store.Clock.Advance(TimeSpan.FromMinutes(2));

        var taken = await queue.ClaimAsync("crows", Tasks.Ben);

        Assert.Equal(TestStore.Noon.AddMinutes(19), renewed.Until);
        await queue.SubmitAsync(taken!.Lease, Tasks.Rated());
        Assert.Equal(
            $"The time for task {held.TaskId} ran out, and others have done it since. Your draft stays; take the next one from the queue.",
            await Tasks.RefusalAsync(FeedbackRefusal.Ended, () => queue.SubmitAsync(renewed, Tasks.Rated())));
    }

    [Fact]
    public async Task Work_that_took_longer_than_the_lease_is_kept_while_the_task_has_room()
    {
        await using var store = await Tasks.StoreAsync(Tasks.Project(overlap: 2));
        var queue = store.Get<ITaskQueue>();
        var late = (await queue.ClaimAsync("crows", Tasks.Ann))!.Lease;
        store.Clock.Advance(TimeSpan.FromMinutes(11));
        await queue.ClaimAsync("crows", Tasks.Ben);

        await queue.SubmitAsync(late, Tasks.Rated());

        Assert.Null(await queue.ClaimAsync("crows", Tasks.Cleo));
        Assert.Equal(2L, store.Scalar("select taken from feedback_task"));
    }

    [Fact]
    public async Task Nobody_judges_their_own_answer()
    {
        await using var store = await Tasks.StoreAsync(Tasks.Project(), count: 0);
        await store.Get<IFeedbackStore>().AddTasksAsync("crows", [Tasks.Task() with { AuthorB = "ann" }]);
        var queue = store.Get<ITaskQueue>();

        Assert.Null(await queue.ClaimAsync("crows", Tasks.Ann));
        Assert.NotNull(await queue.ClaimAsync("crows", Tasks.Ben));
    }

    [Fact]
    public async Task A_skipped_task_comes_again_last_goes_to_others_or_leaves_the_project()
    {
        await using var store = await Tasks.StoreAsync(Tasks.Project(), count: 3);
        var queue = store.Get<ITaskQueue>();
        async Task<string> NextAsync(SkipRoute route)
        {
            var claimed = (await queue.ClaimAsync("crows", Tasks.Ann))!;
            await queue.SkipAsync(claimed.Lease, route, "  I know too little of crows. ");
            return claimed.Comparison.Question.Text;
        }

        string[] skipped = [await NextAsync(SkipRoute.AgainForMeLater), await NextAsync(SkipRoute.ForOthers), await NextAsync(SkipRoute.Drop)];

        Assert.Equal(["Why do 1 crows bring gifts?", "Why do 2 crows bring gifts?", "Why do 3 crows bring gifts?"], skipped);
        Assert.Equal("Why do 1 crows bring gifts?", (await queue.ClaimAsync("crows", Tasks.Ann))!.Comparison.Question.Text);
        Assert.Equal("Why do 2 crows bring gifts?", (await queue.ClaimAsync("crows", Tasks.Ben))!.Comparison.Question.Text);
        Assert.Null(await queue.ClaimAsync("crows", Tasks.Cleo));
        Assert.Equal("I know too little of crows.", store.Scalar("select reason from feedback_lease where state = 6"));
        Assert.Equal(1, Assert.Single(await store.Get<IFeedbackStore>().ListProjectsAsync()).Dropped);
    }

    [Fact]
    public async Task Hidden_gold_comes_to_everybody_once_by_its_share()
    {
        await using var store = await Tasks.StoreAsync(Tasks.Project() with { GoldShare = 0.25, Overlap = 2 }, count: 200);
        await store.Get<IFeedbackStore>().AddTasksAsync("crows", [.. Enumerable.Range(1_000, 30).Select(number => Tasks.Task(number, Preference.ABetter))]);
        var queue = store.Get<ITaskQueue>();
        async Task<int> GoldOfAsync(Labeler labeler)
        {
            var texts = new List<string>();
            for (var i = 0; i < 100; i++)
            {
                var claimed = (await queue.ClaimAsync("crows", labeler))!;
                texts.Add(claimed.Comparison.Question.Text);
                await queue.SubmitAsync(claimed.Lease, Tasks.Rated());
            }
            Assert.Equal(100, texts.Distinct(StringComparer.Ordinal).Count());
            return texts.Count(static text => text.Contains(" 10", StringComparison.Ordinal) && text.Length > "Why do 100 crows bring gifts?".Length);
        }

        Assert.InRange(await GoldOfAsync(Tasks.Ann), 15, 30);
        Assert.InRange(await GoldOfAsync(Tasks.Ben), 15, 30);
    }

    [Fact]
    public async Task Pools_and_quotas_say_who_may_take_how_many()
    {
        await using var store = await Tasks.StoreAsync(Tasks.Project() with { Pool = "trained", Quota = 1 }, count: 3);
        await store.Get<IFeedbackStore>().SetPoolAsync("trained", ["ann", "ben"]);
        var queue = store.Get<ITaskQueue>();
        await queue.SubmitAsync((await queue.ClaimAsync("crows", Tasks.Ann))!.Lease, Tasks.Rated());

        Assert.Null(await queue.ClaimAsync("crows", Tasks.Ann));
        Assert.NotNull(await queue.ClaimAsync("crows", Tasks.Ben));
        Assert.Equal(
            "The tasks of 'crows' are for the people of the pool 'trained', and you are not among them. Ask whoever runs the project.",
            await Tasks.RefusalAsync(FeedbackRefusal.NotYours, () => queue.ClaimAsync("crows", Tasks.Cleo)));
    }

    [Fact]
    public async Task Simulated_labelers_have_places_of_their_own_and_are_told_apart()
    {
        await using var store = await Tasks.StoreAsync(Tasks.Project());
        var (queue, robot) = (store.Get<ITaskQueue>(), new Labeler("simulated/1", IsSimulated: true));
        await queue.SubmitAsync((await queue.ClaimAsync("crows", robot))!.Lease, Tasks.Rated());

        await queue.SubmitAsync((await queue.ClaimAsync("crows", Tasks.Ann))!.Lease, Tasks.Rated());

        var comparisons = store.Get<IFeedbackStore>();
        Assert.Equal("ann", Assert.Single(await comparisons.ReadAsync("crows").ToListAsync()).PersonId);
        Assert.True(Assert.Single(await comparisons.ReadAsync("crows", MadeBy.Simulated).ToListAsync()).IsSimulated);
        Assert.Equal(2, await comparisons.ReadAsync("crows", MadeBy.Everybody).CountAsync());
        Assert.StartsWith(
            "The ids of simulated labelers begin with 'simulated/'", await Tasks.RefusalAsync(FeedbackRefusal.Invalid, () => queue.ClaimAsync("crows", new Labeler("simulated/1"))), StringComparison.Ordinal);
    }
}
