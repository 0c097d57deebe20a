using WebQA.LabelingUi.Episodes;
using WebQA.LabelingUi.Tests.Doubles;

namespace WebQA.LabelingUi.Tests.Episodes;

public class BrowsingSelectionTests
{
    private readonly World _world = new();

    [Fact]
    public async Task At_first_the_newest_step_is_followed()
    {
        var state = (await _world.EndedAsync()).State!;

        Assert.Same(state.Steps[^1], new BrowsingSelection().Of(state));
    }

    [Fact]
    public async Task A_chosen_step_is_held()
    {
        var state = (await _world.EndedAsync()).State!;
        var selection = new BrowsingSelection();

        selection.Choose(3);

        Assert.False(selection.IsFollowing);
        Assert.Equal(3, selection.Of(state)!.Number);
    }

    [Fact]
    public async Task Moving_stops_at_the_first_step()
    {
        var state = (await _world.EndedAsync()).State!;
        var selection = new BrowsingSelection();
        selection.Choose(2);

        selection.Move(state, -1);
        selection.Move(state, -1);

        Assert.Equal(1, selection.Of(state)!.Number);
    }

    [Fact]
    public async Task Moving_behind_the_last_step_of_a_running_episode_follows_again()
    {
        var feed = _world.NewFeed();
        await feed.LoadAsync(await _world.Episodes.InterruptedAsync(World.Question, steps: 2));
        var selection = new BrowsingSelection();
        selection.Hold(feed.State!);

        selection.Move(feed.State!, 1);

        Assert.True(selection.IsFollowing);
    }
}
