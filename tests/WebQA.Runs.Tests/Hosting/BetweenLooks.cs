using WebQA.Core.Episodes;

namespace WebQA.Runs.Tests.Hosting;

/// <summary>The real store, to which something happens just before an episode is looked up.</summary>
internal sealed class BetweenLooks(IEpisodeStore store) : IEpisodeStore
{
    /// <summary>What happens once, before the next look-up.</summary>
    public Func<Task>? Before { get; set; }

    public async Task<EpisodeSummary?> FindAsync(string episodeId, CancellationToken cancellationToken = default)
    {
        if (Before is { } happens)
        {
            Before = null;
            await happens();
        }
        return await store.FindAsync(episodeId, cancellationToken);
    }

    public Task<EpisodeLease> CreateAsync(EpisodeSetup setup, string owner, HostedBy hostedBy, CancellationToken cancellationToken = default) =>
        store.CreateAsync(setup, owner, hostedBy, cancellationToken);

    public Task AppendAsync(EpisodeLease lease, int sequence, EpisodeEvent episodeEvent, CancellationToken cancellationToken = default) =>
        store.AppendAsync(lease, sequence, episodeEvent, cancellationToken);

    public Task<IReadOnlyList<StoredEvent>> ReadAsync(string episodeId, int after = -1, CancellationToken cancellationToken = default) =>
        store.ReadAsync(episodeId, after, cancellationToken);

    public Task<IReadOnlyList<EpisodeSummary>> ListAsync(EpisodeQuery query, CancellationToken cancellationToken = default) =>
        store.ListAsync(query, cancellationToken);

    public Task<bool> HasReadAsync(string ownerId, string pageSha256, CancellationToken cancellationToken = default) =>
        store.HasReadAsync(ownerId, pageSha256, cancellationToken);

    public Task<bool> DeleteAsync(string episodeId, CancellationToken cancellationToken = default) => store.DeleteAsync(episodeId, cancellationToken);

    public Task<EpisodeLease?> TryClaimAsync(string episodeId, string owner, CancellationToken cancellationToken = default) =>
        store.TryClaimAsync(episodeId, owner, cancellationToken);

    public Task<ControlRequest?> RenewAsync(EpisodeLease lease, CancellationToken cancellationToken = default) => store.RenewAsync(lease, cancellationToken);

    public Task ReleaseAsync(EpisodeLease lease, CancellationToken cancellationToken = default) => store.ReleaseAsync(lease, cancellationToken);

    public Task<IReadOnlyList<string>> ListAbandonedAsync(CancellationToken cancellationToken = default) => store.ListAbandonedAsync(cancellationToken);

    public Task<IReadOnlyList<string>> ListExhaustedAsync(CancellationToken cancellationToken = default) => store.ListExhaustedAsync(cancellationToken);

    public Task RequestAsync(string episodeId, ControlRequest request, CancellationToken cancellationToken = default) =>
        store.RequestAsync(episodeId, request, cancellationToken);
}
