using WebQA.Core.Episodes;

namespace WebQA.Core.Demonstrations;

/// <summary>Demonstrations of people. What a call has changed is on the disk when its task ends. Thread-safe, also between processes.</summary>
public interface IDemonstrationStore
{
    /// <summary>Stores the start of a demonstration and leases it to a process.</summary>
    /// <param name="setup">What it begins with; its owner is the person, its policy <see cref="Demonstration.Policy"/>.</param>
    /// <param name="task">The task it is for, or null.</param>
    /// <param name="owner">The process.</param>
    /// <param name="cancellationToken">Stops the waiting.</param>
    Task<EpisodeLease> CreateAsync(EpisodeSetup setup, DemonstrationTask? task, string owner, CancellationToken cancellationToken = default);

    /// <summary>Goes on with a demonstration in another process at once: its person is here now, and what the former process would still write is refused.</summary>
    /// <returns>The lease; null where the person has no such demonstration or it has ended.</returns>
    Task<EpisodeLease?> TakeOverAsync(string episodeId, string personId, string owner, CancellationToken cancellationToken = default);

    /// <summary>
    /// Appends an event under a lease, together with how far the work is. With an <see cref="EpisodeEnded"/> the draft is gone and the task is handed in,
    /// all at once; a task whose place was taken meanwhile stays without it, and the demonstration is kept as one without a task.
    /// </summary>
    /// <exception cref="LeaseLostException">Another process goes on with it, or the sequence number is taken.</exception>
    Task AppendAsync(EpisodeLease lease, int sequence, EpisodeEvent episodeEvent, DemonstrationProgress progress, CancellationToken cancellationToken = default);

    /// <summary>Keeps the time spent where no event does.</summary>
    Task SaveTimeAsync(EpisodeLease lease, WorkTime time, CancellationToken cancellationToken = default);

    /// <summary>Ends a demonstration without an answer, for a reason in the person's words.</summary>
    /// <exception cref="LeaseLostException">Another process goes on with it.</exception>
    Task SkipAsync(EpisodeLease lease, int sequence, EpisodeEnded ended, DemonstrationProgress progress, string reason, CancellationToken cancellationToken = default);

    /// <summary>The task was given to the person anew: the demonstration that goes on fulfils it under the new lease.</summary>
    Task SetTaskAsync(string episodeId, DemonstrationTask task, CancellationToken cancellationToken = default);

    /// <summary>One demonstration, or null.</summary>
    Task<Demonstration?> FindAsync(string episodeId, CancellationToken cancellationToken = default);

    /// <summary>Demonstrations in the order in which they began, one at a time.</summary>
    IAsyncEnumerable<Demonstration> ReadAsync(DemonstrationQuery query, CancellationToken cancellationToken = default);
}

/// <summary>Which demonstrations are meant.</summary>
/// <param name="PersonId">Of one person; null for all.</param>
/// <param name="Project">Of one project; null for all.</param>
/// <param name="State">How far they are.</param>
public sealed record DemonstrationQuery(string? PersonId = null, string? Project = null, DemonstrationState State = DemonstrationState.HandedIn);

/// <summary>How far demonstrations are.</summary>
public enum DemonstrationState
{
    /// <summary>Handed in, with an answer or with the judgment that there is none.</summary>
    HandedIn,

    /// <summary>Still worked on.</summary>
    Open,

    /// <summary>Given up, with a reason.</summary>
    Skipped,

    /// <summary>All of them.</summary>
    All,
}
