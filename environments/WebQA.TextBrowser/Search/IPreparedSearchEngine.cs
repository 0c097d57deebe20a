using WebQA.Core.Browsing;

namespace WebQA.TextBrowser.Search;

/// <summary>A search engine that builds an index before it is at its best. Thread-safe.</summary>
public interface IPreparedSearchEngine : ISearchEngine
{
    /// <summary>How far the index is.</summary>
    IndexStatus Status { get; }

    /// <summary>Begins to build what is missing, in the background. After a failure it tries again.</summary>
    void StartPreparing();

    /// <summary>Waits until everything is there, so that the same query gives the same results from here on.</summary>
    /// <exception cref="SearchFailedException">The index could not be made; the message says why and what to do.</exception>
    Task WaitUntilReadyAsync(CancellationToken cancellationToken = default);
}
