using WebQA.Core.Feedback;

namespace WebQA.Storage.Tests.Feedback;

/// <summary>What askers say of answers to their own questions.</summary>
public sealed class AskerVotesTests
{
    [Fact]
    public async Task Votes_are_apart_from_every_project_of_labelers_and_the_last_one_counts()
    {
        await using var store = await Tasks.StoreAsync(Tasks.Project());
        var (votes, feedback) = (store.Get<IAskerVotes>(), store.Get<IFeedbackStore>());

        await votes.VoteAsync(Tasks.Task(1), Preference.ABetter, isSwapped: false, "ann");
        await votes.VoteAsync(Tasks.Task(1), Preference.BMuchBetter, isSwapped: true, "ann");
        await votes.VoteAsync(Tasks.Task(1), Preference.EquallyGood, isSwapped: false, "ben");

        Assert.Empty(await feedback.ReadAsync("crows").ToListAsync());
        Assert.Equal(
            [("ann", Preference.BMuchBetter, true), ("ben", Preference.EquallyGood, false)],
            await feedback.ReadAsync(FeedbackProject.AskerVotes).Select(static c => (c.PersonId, c.Annotation.Rating, c.IsSwapped)).ToListAsync());
        Assert.Equal(Preference.BMuchBetter, await votes.FindAsync(Tasks.Task(1), "ann"));
        Assert.Null(await votes.FindAsync(Tasks.Task(2), "ann"));
    }

    [Fact]
    public async Task Nobody_is_given_tasks_of_them_and_no_other_project_has_their_name()
    {
        await using var store = await Tasks.StoreAsync(Tasks.Project());
        await store.Get<IAskerVotes>().VoteAsync(Tasks.Task(1), Preference.ABetter, isSwapped: false, "ann");

        await Tasks.RefusalAsync(FeedbackRefusal.NotYours, () => store.Get<ITaskQueue>().ClaimAsync(FeedbackProject.AskerVotes, Tasks.Ben));
        Assert.Equal(
            "The project 'Votes of askers' takes only what askers say of answers to their own questions. Take another name.",
            await Tasks.RefusalAsync(FeedbackRefusal.Invalid, () => store.Get<IFeedbackStore>().CreateProjectAsync(new FeedbackProject { Name = "votes of Askers" })));
    }
}
