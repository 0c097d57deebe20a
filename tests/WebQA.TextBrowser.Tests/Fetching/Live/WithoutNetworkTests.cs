using System.Diagnostics;
using WebQA.Core.Answers;
using WebQA.Core.Browsing;
using WebQA.Core.Episodes;
using WebQA.Core.Questions;
using WebQA.TextBrowser.Tests.Environments;

namespace WebQA.TextBrowser.Tests.Fetching.Live;

public sealed class WithoutNetworkTests
{
    private const string Definition = """
        { "version": 1, "name": "far", "title": "Far", "engines": ["mediawiki"], "live": true, "limits": { "connectSeconds": 1, "fetchSeconds": 5 } }
        """;

    [Fact]
    public async Task An_episode_ends_in_time_and_says_what_failed()
    {
        await using var web = Web(new NoNetwork());
        var environment = web.Open().GetWeb("far");
        var question = new Question("q1", "Do crows bring gifts?");
        var reader = new ScriptedReader("Search crows gifts", "Search gifts of crows");
        var episode = Episode.Begin(
            new EpisodeSetup { Id = "e1", Question = question, Environment = "far", Policy = "script" }, environment.For(question), reader, TimeProvider.System);
        using var control = new EpisodeControl();
        var watch = Stopwatch.StartNew();

        var steps = await EpisodeRunner.RunAsync(episode, reader, control, TimeProvider.System, Token).ToListAsync(Token);

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(60));
        Assert.Equal((Outcome.NotEnoughEvidence, "The search failed"), (episode.State.Ended!.Outcome, steps[0].Event.Message));
        Assert.StartsWith(
            "Browsing ended without a quote; 0 searches and 0 pages gave nothing to quote. 2 searches failed, the last with: The search failed. mediawiki: ",
            episode.State.Ended.Reason,
            StringComparison.Ordinal);
        Assert.Contains("cannot be reached", episode.State.Ended.Reason, StringComparison.Ordinal);
        Assert.Contains("cannot be reached", (await environment.ReadAsync(steps[0].Event.PageSha256!, Token)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, "The site was not found", "The address of en.wikipedia.org could not be looked up: no name server answered. Check that this machine is on the network, then try it again.")]
    [InlineData(true, "The page took too long", "No connection to en.wikipedia.org could be made in time. Try it again later, or go back and try another link.")]
    public async Task A_page_that_cannot_be_asked_for_says_what_failed(bool hangs, string title, string text)
    {
        await using var web = Web(new NoNetwork(hangs));
        var watch = Stopwatch.StartNew();

        var page = await web.Open().GetWeb("far").OpenAsync("https://en.wikipedia.org/wiki/Crow", Token);

        Assert.Equal((PageKind.Error, title, text), (page.Kind, page.Title, page.Text));
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(6));
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static TestWeb Web(NoNetwork network) => new TestWeb(network, network).Add("far", Definition);
}
