using WebQA.Core.Episodes;
using WebQA.LabelingUi.Episodes;

namespace WebQA.LabelingUi.Tests.Doubles;

/// <summary>The crow web, a scripted policy and episodes in memory, put together.</summary>
internal sealed class World
{
    public const string Question = "Why do crows bring people gifts?";

    public World()
    {
        Policies.Pace = TimeSpan.Zero;
        Episodes = new MemoryEpisodes(Web, Policies, TimeProvider.System);
        Pages = new PageCache(Web);
    }

    public MemoryWeb Web { get; } = new();

    public ScriptedPolicies Policies { get; } = new();

    public MemoryEpisodes Episodes { get; }

    public PageCache Pages { get; }

    /// <summary>A feed that reads each page from the archive anew.</summary>
    public EpisodeFeed NewFeed() => new(Episodes, Episodes, new PageCache(Web));

    /// <summary>An episode that has ended, folded.</summary>
    public async Task<EpisodeFeed> EndedAsync(string question = Question)
    {
        var id = await Episodes.StartAsync(new EpisodeRequest { Question = question });
        var feed = NewFeed();
        Assert.True(await feed.LoadAsync(id));
        await feed.FollowAsync(id, _ => Task.CompletedTask);
        return feed;
    }
}
