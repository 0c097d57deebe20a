namespace WebQA.Core.Episodes;

/// <summary>Tells when something was stored of an episode, by this process or another. Thread-safe.</summary>
public interface IEpisodeChanges
{
    /// <summary>Begins to listen; dispose to end it.</summary>
    IEpisodeSubscription Subscribe(string episodeId);
}

/// <summary>Listens for changes of one episode. For one reader.</summary>
public interface IEpisodeSubscription : IDisposable
{
    /// <summary>Ends when something may have been stored since the last call, or since the subscription began: read, then wait again.</summary>
    Task WaitAsync(CancellationToken cancellationToken = default);
}
