using Microsoft.Extensions.Options;
using WebQA.Core.Episodes;
using WebQA.Storage.Connections;

namespace WebQA.Storage.Episodes;

/// <summary>Episodes in SQLite. Steps go through the process's one writer; what a person deletes goes to the disk at once.</summary>
internal sealed class EpisodeStore(
    Database database, GroupWriter writer, EpisodeChanges changes, IOptions<StorageOptions> options, TimeProvider clock, FreeSpace free) : IEpisodeStore
{
    /// <summary>Resumes without progress after which an episode is given up.</summary>
    private const int MostResumes = 3;

    public Task<EpisodeLease> CreateAsync(EpisodeSetup setup, string owner, HostedBy hostedBy, CancellationToken cancellationToken = default)
    {
        database.Prepare();
        free.Demand();
        return writer.WriteAsync(s => EpisodeWrites.Create(s, setup, owner, hostedBy, clock.GetUtcNow(), options.Value.Lease), cancellationToken);
    }

    public async Task AppendAsync(EpisodeLease lease, int sequence, EpisodeEvent episodeEvent, CancellationToken cancellationToken = default)
    {
        var body = episodeEvent.ToJson();
        await writer.WriteAsync(
            s =>
            {
                EpisodeWrites.Append(s, lease, sequence, episodeEvent, body, clock.GetUtcNow());
                return true;
            },
            cancellationToken);
        changes.Signal(lease.EpisodeId);
    }

    public async Task<EpisodeLease?> TryClaimAsync(string episodeId, string owner, CancellationToken cancellationToken = default)
    {
        var fence = await writer.WriteAsync(s => EpisodeWrites.Claim(s, episodeId, owner, clock.GetUtcNow(), options.Value.Lease), cancellationToken);
        return fence is { } newest ? new EpisodeLease(episodeId, owner, newest) : null;
    }

    public async Task<ControlRequest?> RenewAsync(EpisodeLease lease, CancellationToken cancellationToken = default) =>
        (ControlRequest?)await writer.WriteAsync(s => EpisodeWrites.Renew(s, lease, clock.GetUtcNow() + options.Value.Lease), cancellationToken);

    public async Task ReleaseAsync(EpisodeLease lease, CancellationToken cancellationToken = default)
    {
        await writer.WriteAsync(s => EpisodeWrites.Release(s, lease), cancellationToken);
        changes.Signal(lease.EpisodeId);
    }

    public Task RequestAsync(string episodeId, ControlRequest request, CancellationToken cancellationToken = default) =>
        writer.WriteAsync(s => EpisodeWrites.Request(s, episodeId, request), cancellationToken);

    public Task<bool> DeleteAsync(string episodeId, CancellationToken cancellationToken = default)
    {
        var deleted = Personal.PersonalWrite.Run(database, s => EpisodeWrites.Delete(s, episodeId, clock.GetUtcNow()));
        changes.Signal(episodeId);
        return Task.FromResult(deleted);
    }

    public Task<IReadOnlyList<StoredEvent>> ReadAsync(string episodeId, int after = -1, CancellationToken cancellationToken = default) =>
        Read<IReadOnlyList<StoredEvent>>(s => EpisodeReads.Events(s, episodeId, after), cancellationToken);

    public Task<EpisodeSummary?> FindAsync(string episodeId, CancellationToken cancellationToken = default) =>
        Read(s => EpisodeReads.Find(s, episodeId, clock.GetUtcNow()), cancellationToken);

    public Task<IReadOnlyList<EpisodeSummary>> ListAsync(EpisodeQuery query, CancellationToken cancellationToken = default) =>
        Read<IReadOnlyList<EpisodeSummary>>(s => EpisodeReads.List(s, query, clock.GetUtcNow()), cancellationToken);

    public Task<bool> HasReadAsync(string ownerId, string pageSha256, CancellationToken cancellationToken = default) =>
        Read(s => EpisodeReads.HasRead(s, ownerId, pageSha256), cancellationToken);

    public Task<IReadOnlyList<string>> ListAbandonedAsync(CancellationToken cancellationToken = default) =>
        Read<IReadOnlyList<string>>(s => EpisodeReads.Left(s, 0, MostResumes - 1, clock.GetUtcNow()), cancellationToken);

    public Task<IReadOnlyList<string>> ListExhaustedAsync(CancellationToken cancellationToken = default) =>
        Read<IReadOnlyList<string>>(s => EpisodeReads.Left(s, MostResumes, int.MaxValue, clock.GetUtcNow()), cancellationToken);

    private Task<T> Read<T>(Func<Statements, T> query, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var statements = new Statements(database.Open(Durability.Normal));
        return Task.FromResult(database.Guarded(() => query(statements)));
    }
}
