using WebQA.Core.Episodes;

namespace WebQA.Core.Tests.Doubles;

internal sealed class ListJournal : IEpisodeJournal
{
    public List<EpisodeEvent> Events { get; } = [];

    public Task AppendAsync(EpisodeEvent episodeEvent, CancellationToken cancellationToken = default)
    {
        Events.Add(EpisodeEvent.FromJson(episodeEvent.ToJson()));
        return Task.CompletedTask;
    }
}
