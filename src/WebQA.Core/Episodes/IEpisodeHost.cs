namespace WebQA.Core.Episodes;

/// <summary>Runs episodes so that they outlive the page or the request that started them. Thread-safe.</summary>
public interface IEpisodeHost
{
    /// <summary>Starts an episode and returns its id as soon as its start is stored.</summary>
    /// <exception cref="Questions.InvalidQuestionException">The question cannot be asked.</exception>
    /// <exception cref="UnknownNameException">There is no such environment or policy.</exception>
    /// <exception cref="HostRefusedException">Nothing can be started now; the message says why and what to do.</exception>
    Task<string> StartAsync(EpisodeRequest request, CancellationToken cancellationToken = default);

    /// <summary>Ends an episode without an answer. Harmless where it has ended.</summary>
    Task StopAsync(string episodeId, CancellationToken cancellationToken = default);

    /// <summary>Has an episode answer with the quotes at hand. Harmless where it has ended.</summary>
    Task AnswerNowAsync(string episodeId, CancellationToken cancellationToken = default);

    /// <summary>Goes on with an interrupted episode. False where it has ended or runs elsewhere.</summary>
    Task<bool> ContinueAsync(string episodeId, CancellationToken cancellationToken = default);

    /// <summary>The events after a sequence number, then new ones as they are stored, until the episode has ended.</summary>
    IAsyncEnumerable<StoredEvent> WatchAsync(string episodeId, int after = -1, CancellationToken cancellationToken = default);
}

/// <summary>What is asked, where, by which policy.</summary>
public sealed record EpisodeRequest
{
    /// <summary>The question as typed.</summary>
    public required string Question { get; init; }

    /// <summary>Name of the environment; null for the default.</summary>
    public string? Environment { get; init; }

    /// <summary>Name of the policy; null for the default.</summary>
    public string? Policy { get; init; }

    /// <summary>Seed of the episode's randomness.</summary>
    public long Seed { get; init; }

    /// <summary>Sampling temperature; 0 is greedy.</summary>
    public double Temperature { get; init; }

    /// <summary>Limits of the browsing.</summary>
    public EpisodeLimits Limits { get; init; } = new();

    /// <summary>An ended episode whose references are at hand from the start.</summary>
    public string? FollowUpOf { get; init; }

    /// <summary>Who asks; null until sign-in is configured.</summary>
    public string? OwnerId { get; init; }
}

/// <summary>Nothing can be started now (a full disk, too many running episodes); the message says what to do.</summary>
public sealed class HostRefusedException(string message) : Exception(message);
