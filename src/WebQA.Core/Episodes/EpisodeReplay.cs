using WebQA.Core.Browsing;

namespace WebQA.Core.Episodes;

/// <summary>Folds stored events and archived pages into the state they left.</summary>
public static class EpisodeReplay
{
    /// <summary>The state after all events; the first must be <see cref="EpisodeStarted"/>.</summary>
    /// <param name="events">In order.</param>
    /// <param name="readPage">Reads a stored page by its key.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="InvalidDataException">The events do not begin with a start.</exception>
    public static async Task<EpisodeState> FoldAsync(
        IEnumerable<EpisodeEvent> events, Func<string, CancellationToken, Task<TextPage>> readPage, CancellationToken cancellationToken = default)
    {
        EpisodeState? state = null;
        foreach (var episodeEvent in events)
        {
            if (state is null)
            {
                state = episodeEvent is EpisodeStarted started
                    ? EpisodeState.Begin(started.Setup)
                    : throw new InvalidDataException($"The episode's first event is a '{episodeEvent.GetType().Name}', not its start; its record is damaged.");
                continue;
            }
            state = state.Apply(episodeEvent, await PageOfAsync(state, episodeEvent, readPage, cancellationToken));
        }
        return state ?? throw new InvalidDataException("The episode has no events; its record is damaged.");
    }

    private static async Task<TextPage?> PageOfAsync(
        EpisodeState state, EpisodeEvent episodeEvent, Func<string, CancellationToken, Task<TextPage>> readPage, CancellationToken cancellationToken)
    {
        // A search or click that brought no page (a link that is not there) leaves the page shown, which is not pushed again.
        if (episodeEvent is not StepTaken { PageSha256: { } key, Opened: true })
        {
            return null;
        }
        return state.Visit?.Page.PageSha256 == key ? state.Visit.Page : await readPage(key, cancellationToken);
    }
}
