using WebQA.Core.Browsing;
using WebQA.Core.Episodes;
using WebQA.Core.Tests.Doubles;
using static WebQA.Core.Tests.Doubles.TestEpisodes;

namespace WebQA.Core.Tests.Episodes;

public class EpisodeReplayTests
{
    private readonly TestEpisodes _test = new();

    [Fact]
    public async Task A_replay_gives_every_observation_byte_for_byte()
    {
        var episode = _test.Begin();
        await DoAsync(episode, "Search crows", "Clicked on link 9", "Clicked on link 0", "Scrolled down 3", "Quote: crow number 150━grams", "Back",
            "Clicked on link 2", "Back", "Clicked on link 1", "Clicked on link 0", "bogus", "Top");
        await episode.UndoAsync();
        await DoAsync(episode, "Find in page: number 77");

        var state = await EpisodeReplay.FoldAsync(_test.Journal.Events, _test.Environment.ReadAsync);

        Assert.Equal(episode.Observation.Text, state.Observe().Text);
        Assert.Equal(episode.State.Steps.Select(s => s.Observation.Text), state.Steps.Select(s => s.Observation.Text));
        Assert.Equal(state.Steps.Select(s => s.Event.ObservationSha256), state.Steps.Select(s => s.Observation.Sha256));
    }

    [Fact]
    public async Task Damaged_events_are_named()
    {
        var error = await Assert.ThrowsAsync<InvalidDataException>(() => EpisodeReplay.FoldAsync([new StepUndone()], _test.Environment.ReadAsync));
        Assert.Equal("The episode's first event is a 'StepUndone', not its start; its record is damaged.", error.Message);
    }

    [Fact]
    public async Task A_page_missing_from_the_archive_is_named()
    {
        var episode = _test.Begin();
        await DoAsync(episode, "Search crows");
        var error = await Assert.ThrowsAsync<PageNotStoredException>(() => EpisodeReplay.FoldAsync(_test.Journal.Events, new FakeEnvironment().ReadAsync));
        Assert.StartsWith($"The archive holds no page {episode.State.Visit!.Page.PageSha256}.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_event_row_is_small_apart_from_its_command()
    {
        var episode = _test.Begin();
        await DoAsync(episode, "Search crows", "Clicked on link 0", "Quote: Paragraph 0 tells that");
        Assert.All(_test.Journal.Events.OfType<StepTaken>(), e => Assert.InRange(e.ToJson().Length - e.Command.Length, 1, 500));
    }
}
