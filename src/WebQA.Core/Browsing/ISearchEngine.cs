namespace WebQA.Core.Browsing;

/// <summary>Finds pages for a query. Thread-safe.</summary>
public interface ISearchEngine
{
    /// <summary>The engine's name in environment definitions, for example <c>local</c>.</summary>
    string Name { get; }

    /// <summary>The best results, best first; an empty list means that nothing was found.</summary>
    /// <exception cref="SearchFailedException">The engine could not answer; the message says why and what to do.</exception>
    Task<IReadOnlyList<SearchResult>> SearchAsync(string query, int count, CancellationToken cancellationToken = default);
}

/// <summary>One result of a search.</summary>
/// <param name="Title">The page's title.</param>
/// <param name="Url">Absolute, http or https.</param>
/// <param name="Snippet">A few lines of the page's text that bear on the query.</param>
public sealed record SearchResult(string Title, string Url, string Snippet);

/// <summary>A search engine could not answer; the message names the engine, the fault and the remedy.</summary>
public class SearchFailedException(string message, Exception? innerException = null) : Exception(message, innerException);
