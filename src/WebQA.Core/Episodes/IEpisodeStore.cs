using WebQA.Core.Answers;

namespace WebQA.Core.Episodes;

/// <summary>Keeps episodes as append-only lists of events, each owned by one process at a time. Thread-safe.</summary>
public interface IEpisodeStore
{
    /// <summary>Stores a new episode's start (sequence 0) and leases it to <paramref name="owner"/>.</summary>
    /// <param name="setup">What the episode begins with.</param>
    /// <param name="owner">The process, for example <c>1234@host/guid</c>.</param>
    /// <param name="hostedBy">Whether the service resumes it by itself.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    /// <exception cref="DuplicateEpisodeException">There is an episode with that id.</exception>
    Task<EpisodeLease> CreateAsync(EpisodeSetup setup, string owner, HostedBy hostedBy, CancellationToken cancellationToken = default);

    /// <summary>Appends an event under a lease; committed when the task ends.</summary>
    /// <exception cref="LeaseLostException">The lease's fence is no longer the newest, or the sequence number is taken.</exception>
    Task AppendAsync(EpisodeLease lease, int sequence, EpisodeEvent episodeEvent, CancellationToken cancellationToken = default);

    /// <summary>The events after a sequence number (−1 for all), in order.</summary>
    Task<IReadOnlyList<StoredEvent>> ReadAsync(string episodeId, int after = -1, CancellationToken cancellationToken = default);

    /// <summary>One episode's summary, or null.</summary>
    Task<EpisodeSummary?> FindAsync(string episodeId, CancellationToken cancellationToken = default);

    /// <summary>Summaries, newest first. Demonstrations are not among them: they are shown to the people who made them.</summary>
    Task<IReadOnlyList<EpisodeSummary>> ListAsync(EpisodeQuery query, CancellationToken cancellationToken = default);

    /// <summary>Whether an episode of this owner has read a page.</summary>
    /// <param name="ownerId">Whose episodes.</param>
    /// <param name="pageSha256">Key of the page in the archive.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    Task<bool> HasReadAsync(string ownerId, string pageSha256, CancellationToken cancellationToken = default);

    /// <summary>Deletes an episode that is not running. False where there is none.</summary>
    /// <exception cref="InvalidOperationException">It is running; stop it first.</exception>
    Task<bool> DeleteAsync(string episodeId, CancellationToken cancellationToken = default);

    /// <summary>Leases an episode whose lease has expired or was released; null where another process holds it or it has ended.</summary>
    Task<EpisodeLease?> TryClaimAsync(string episodeId, string owner, CancellationToken cancellationToken = default);

    /// <summary>Prolongs a lease and brings what people have asked of the episode meanwhile; null where the lease is lost.</summary>
    Task<ControlRequest?> RenewAsync(EpisodeLease lease, CancellationToken cancellationToken = default);

    /// <summary>Gives a lease back, so that the episode can be claimed at once.</summary>
    Task ReleaseAsync(EpisodeLease lease, CancellationToken cancellationToken = default);

    /// <summary>Unended episodes hosted by the service whose lease has expired, resumed fewer than three times without progress.</summary>
    Task<IReadOnlyList<string>> ListAbandonedAsync(CancellationToken cancellationToken = default);

    /// <summary>As <see cref="ListAbandonedAsync"/>, but resumed three times without progress: not resumed again, to be ended as failed.</summary>
    Task<IReadOnlyList<string>> ListExhaustedAsync(CancellationToken cancellationToken = default);

    /// <summary>Asks something of an episode, whichever process runs it.</summary>
    Task RequestAsync(string episodeId, ControlRequest request, CancellationToken cancellationToken = default);
}

/// <summary>Who goes on with an episode after a crash.</summary>
public enum HostedBy
{
    /// <summary>The background service, by itself.</summary>
    Service,

    /// <summary>The command that started it; interrupted episodes wait for Continue.</summary>
    Command,
}

/// <summary>The right to write an episode.</summary>
/// <param name="EpisodeId">The episode.</param>
/// <param name="Owner">The process that holds it.</param>
/// <param name="Fence">Grows with every claim; writes under an older one are refused.</param>
public sealed record EpisodeLease(string EpisodeId, string Owner, long Fence);

/// <summary>An event with its place and time.</summary>
public sealed record StoredEvent(int Sequence, DateTimeOffset At, EpisodeEvent Event);

/// <summary>What lists show of an episode.</summary>
public sealed record EpisodeSummary(
    string Id,
    string Question,
    string Environment,
    string Policy,
    long Seed,
    EpisodePhase Phase,
    Outcome? Outcome,
    string? Reason,
    int Steps,
    int References,
    DateTimeOffset StartedAt,
    DateTimeOffset? EndedAt,
    string? RunId,
    string? FollowUpOf,
    string? OwnerId);

/// <summary>Where an episode stands, for lists.</summary>
public enum EpisodePhase
{
    /// <summary>A process runs it.</summary>
    Running,

    /// <summary>No process runs it, and it has not ended; Continue goes on with it.</summary>
    Interrupted,

    /// <summary>It has ended.</summary>
    Ended,
}

/// <summary>Which episodes to list.</summary>
/// <param name="Text">Words that the question or the answer must hold, or null for all.</param>
/// <param name="RunId">Episodes of one batch; null for those that belong to none.</param>
/// <param name="Before">Only episodes started before this time, for paging.</param>
/// <param name="Count">At most this many.</param>
/// <param name="OwnerId">Only episodes of this person; null for everybody's.</param>
public sealed record EpisodeQuery(string? Text = null, string? RunId = null, DateTimeOffset? Before = null, int Count = 50, string? OwnerId = null);

/// <summary>Another process runs the episode now; this one must let go of it.</summary>
public sealed class LeaseLostException(string episodeId)
    : Exception($"Episode {episodeId} is run by another process now; this one lets go of it. Nothing is lost.");

/// <summary>An episode id that is taken.</summary>
public sealed class DuplicateEpisodeException(string episodeId)
    : Exception($"There is an episode {episodeId} already.");
