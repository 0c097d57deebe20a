using WebQA.Core.Answers;
using WebQA.Core.Episodes;
using WebQA.LabelingUi.Episodes;
using WebQA.LabelingUi.Tests.Doubles;

namespace WebQA.LabelingUi.Tests.Episodes;

public class EpisodeFeedTests
{
    private readonly World _world = new();

    [Fact]
    public async Task A_followed_episode_ends_in_the_state_that_its_events_imply()
    {
        var feed = await _world.EndedAsync();

        Assert.Equal(Outcome.Answered, feed.State!.Ended!.Outcome);
        Assert.Equal(ScriptedPolicies.Script, feed.State.Steps.Select(s => s.Event.Command));
        Assert.Equal([1, 2], feed.State.References.Select(r => r.Id));
        Assert.Equal(EpisodePhase.Ended, feed.Phase);
    }

    [Fact]
    public async Task Coming_back_shows_the_same_state()
    {
        var first = await _world.EndedAsync();
        var second = _world.NewFeed();

        await second.LoadAsync(first.State!.Setup.Id);

        Assert.Equal(first.State.Steps.Select(s => s.Observation.Sha256), second.State!.Steps.Select(s => s.Observation.Sha256));
        Assert.Equal(first.State.Ended, second.State.Ended);
    }

    [Fact]
    public async Task Each_step_has_its_time()
    {
        var feed = await _world.EndedAsync();

        Assert.All(Enumerable.Range(0, feed.State!.Steps.Count), i => Assert.True(feed.TimeOf(i) >= TimeSpan.Zero));
    }

    [Fact]
    public async Task An_unknown_episode_is_not_loaded() => Assert.False(await _world.NewFeed().LoadAsync("nothing"));

    [Fact]
    public async Task An_episode_that_nobody_runs_is_interrupted()
    {
        var id = await _world.Episodes.InterruptedAsync(World.Question, steps: 3);
        var feed = _world.NewFeed();

        await feed.LoadAsync(id);

        Assert.Equal(EpisodePhase.Interrupted, feed.Phase);
        Assert.Equal(3, feed.State!.ActionsUsed);
    }

    [Fact]
    public async Task A_changed_page_on_disk_is_not_shown_as_if_it_were_the_stored_one()
    {
        var ended = await _world.EndedAsync();
        _world.Web.Damage(_world.Web.Gifts.PageSha256, _world.Web.Faces);

        var damage = await Assert.ThrowsAsync<PageDamagedException>(() =>
            new EpisodeFeed(_world.Episodes, _world.Episodes, new PageCache(_world.Web)).LoadAsync(ended.State!.Setup.Id));

        Assert.Equal(
            $"The stored page {_world.Web.Gifts.PageSha256} has been changed on disk: its content has the hash {_world.Web.Faces.PageSha256} now. "
            + "What it shows proves nothing. Restore the pages folder of WEBQA_DATA from a backup, or delete this episode and ask again.",
            damage.Message);
    }
}
