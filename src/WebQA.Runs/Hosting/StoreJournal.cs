using WebQA.Core.Episodes;

namespace WebQA.Runs.Hosting;

/// <summary>Appends an episode's events to the store under its lease.</summary>
/// <param name="store">The store.</param>
/// <param name="lease">The right to write.</param>
/// <param name="next">Sequence number of the next event.</param>
internal sealed class StoreJournal(IEpisodeStore store, EpisodeLease lease, int next) : IEpisodeJournal
{
    private int _next = next;

    /// <exception cref="JournalException">The store cannot be written; the episode itself is well.</exception>
    public async Task AppendAsync(EpisodeEvent episodeEvent, CancellationToken cancellationToken = default)
    {
        try
        {
            await store.AppendAsync(lease, _next, episodeEvent, cancellationToken);
            _next++;
        }
        catch (Exception fault) when (fault is not (LeaseLostException or OperationCanceledException))
        {
            throw new JournalException(fault);
        }
    }
}

/// <summary>An event could not be stored: a fault of the disk, not of the policy or the web, so the episode stays to be resumed.</summary>
internal sealed class JournalException(Exception innerException) : Exception(innerException.Message, innerException);
