using WebQA.Core.Feedback;
using WebQA.Storage.Tests.Feedback;

namespace WebQA.Storage.Tests.Drafts;

/// <summary>Drafts are saved in order, and no tab overwrites another unseen.</summary>
public sealed class DraftStoreTests
{
    private static readonly DraftKey Key = new(DraftKey.Comparison, "t1");

    [Fact]
    public async Task A_saved_draft_is_there_for_its_owner_alone()
    {
        await using var store = new TestStore();
        var drafts = store.Get<IDraftStore>();
        await drafts.SaveAsync("ann", Key, new DraftChange(0, "tab-1", 1, """{"rating":1}"""));

        var saved = await drafts.SaveAsync("ann", Key, new DraftChange(1, "tab-1", 2, """{"rating":2}"""));

        Assert.Equal(new Draft(2, "tab-1", 2, """{"rating":2}""", TestStore.Noon), saved.Current);
        Assert.Equal(saved.Current, await drafts.FindAsync("ann", Key));
        Assert.Null(await drafts.FindAsync("ben", Key));
        await drafts.DeleteAsync("ben", Key);
        Assert.NotNull(await drafts.FindAsync("ann", Key));
        await drafts.DeleteAsync("ann", Key);
        Assert.Null(await drafts.FindAsync("ann", Key));
    }

    [Fact]
    public async Task A_second_tab_that_does_not_know_the_newer_work_is_shown_it_in_place_of_overwriting_it()
    {
        await using var store = new TestStore();
        var drafts = store.Get<IDraftStore>();
        await drafts.SaveAsync("ann", Key, new DraftChange(0, "tab-1", 1, "one"));
        await drafts.SaveAsync("ann", Key, new DraftChange(1, "tab-1", 2, "two"));

        var stale = await drafts.SaveAsync("ann", Key, new DraftChange(1, "tab-2", 1, "other"));
        var taken = await drafts.SaveAsync("ann", Key, new DraftChange(stale.Current.Version, "tab-2", 2, "two and other"));
        var back = await drafts.SaveAsync("ann", Key, new DraftChange(2, "tab-1", 3, "three"));

        Assert.Equal((false, "two", 2L), (stale.IsSaved, stale.Current.Body, stale.Current.Version));
        Assert.True(taken.IsSaved);
        Assert.Equal((false, "two and other", 3L), (back.IsSaved, back.Current.Body, back.Current.Version));
    }

    [Fact]
    public async Task Repeated_and_overtaken_changes_change_nothing_and_a_lost_answer_stops_nobody()
    {
        await using var store = new TestStore();
        var drafts = store.Get<IDraftStore>();
        await drafts.SaveAsync("ann", Key, new DraftChange(0, "tab-1", 5, "five"));

        var repeated = await drafts.SaveAsync("ann", Key, new DraftChange(0, "tab-1", 5, "five"));
        var overtaken = await drafts.SaveAsync("ann", Key, new DraftChange(0, "tab-1", 4, "four"));
        var unaware = await drafts.SaveAsync("ann", Key, new DraftChange(0, "tab-1", 6, "six"));

        Assert.Equal((true, 1L, "five"), (repeated.IsSaved, repeated.Current.Version, repeated.Current.Body));
        Assert.Equal((true, 1L, "five"), (overtaken.IsSaved, overtaken.Current.Version, overtaken.Current.Body));
        Assert.Equal((true, 2L, "six"), (unaware.IsSaved, unaware.Current.Version, unaware.Current.Body));
    }

    [Fact]
    public async Task Handing_in_ends_the_draft_and_a_late_change_does_not_bring_it_back()
    {
        await using var store = await Tasks.StoreAsync(Tasks.Project());
        var drafts = store.Get<IDraftStore>();
        var lease = (await store.Get<ITaskQueue>().ClaimAsync("crows", Tasks.Ann))!.Lease;
        var key = new DraftKey(DraftKey.Comparison, lease.TaskId);
        await drafts.SaveAsync("ann", key, new DraftChange(0, "tab-1", 1, "one"));

        await store.Get<ITaskQueue>().SubmitAsync(lease, Tasks.Rated());

        Assert.Null(await drafts.FindAsync("ann", key));
        Assert.Equal(
            "This draft was finished or deleted, perhaps in another tab. Nothing was saved; open the work again to begin anew.",
            await Tasks.RefusalAsync(FeedbackRefusal.Ended, () => drafts.SaveAsync("ann", key, new DraftChange(1, "tab-1", 2, "two"))));
    }

    [Theory]
    [InlineData("Comparison", "t", "c", "The kind of a draft has 1 to 40 small letters, digits and hyphens, for example 'comparison'.")]
    [InlineData("comparison", "", "c", "The id that a draft is for has 1 to 200 characters, none of them a control character.")]
    [InlineData("comparison", "t", "a\tb", "The name of the tab has 1 to 64 characters, none of them a control character.")]
    public async Task Names_that_cannot_be_are_refused(string kind, string subject, string client, string message)
    {
        await using var store = new TestStore();

        Assert.Equal(
            message,
            await Tasks.RefusalAsync(FeedbackRefusal.Invalid, () => store.Get<IDraftStore>().SaveAsync("ann", new DraftKey(kind, subject), new DraftChange(0, client, 1, ""))));
    }

    [Fact]
    public async Task A_draft_that_is_too_long_leaves_the_saved_one_as_it_is()
    {
        await using var store = new TestStore();
        var drafts = store.Get<IDraftStore>();
        await drafts.SaveAsync("ann", Key, new DraftChange(0, "tab-1", 1, "one"));

        Assert.Equal(
            "The draft has 1000001 characters; at most 1000000 are kept. Shorten it; what was saved before stays.",
            await Tasks.RefusalAsync(FeedbackRefusal.Invalid, () => drafts.SaveAsync("ann", Key, new DraftChange(1, "tab-1", 2, new string('x', 1_000_001)))));
        Assert.Equal("one", (await drafts.FindAsync("ann", Key))!.Body);
    }
}
