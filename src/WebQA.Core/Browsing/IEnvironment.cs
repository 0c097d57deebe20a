using WebQA.Core.Questions;

namespace WebQA.Core.Browsing;

/// <summary>A web to browse: it searches, opens pages and shows stored ones again.</summary>
/// <remarks>
/// A page that cannot be read is a page of kind <see cref="PageKind.Error"/>, and the episode goes on; an exception means that no page
/// could be read at all and ends the episode. Every page handed out is stored in the archive before it is returned. Thread-safe.
/// </remarks>
public interface IEnvironment
{
    /// <summary>What this environment is, as stored with each episode.</summary>
    EnvironmentInfo Info { get; }

    /// <summary>Sends a query to the environment's search engines; a results page, or an error page where no engine answered.</summary>
    Task<TextPage> SearchAsync(string query, CancellationToken cancellationToken = default);

    /// <summary>Opens a URL that was shown as a link; a web page or an error page.</summary>
    Task<TextPage> OpenAsync(string url, CancellationToken cancellationToken = default);

    /// <summary>Shows a stored page again by its key.</summary>
    /// <exception cref="PageNotStoredException">The archive has no such page.</exception>
    Task<TextPage> ReadAsync(string pageSha256, CancellationToken cancellationToken = default);

    /// <summary>The same web as the episodes of one question may see it: what an environment hides from them is hidden (WebGPT appendix A).</summary>
    /// <param name="question">What is asked.</param>
    /// <param name="referenceAnswers">Known answers, in evaluation; policies never see them.</param>
    IEnvironment For(Question question, IReadOnlyList<string>? referenceAnswers = null) => this;
}

/// <summary>The identity of an environment.</summary>
/// <param name="Name">Its folder's name, for example <c>mini-web</c>.</param>
/// <param name="Hash">SHA-256 over its definition and, where it has some, its own pages; lower-case hex.</param>
/// <param name="Title">What people see.</param>
public sealed record EnvironmentInfo(string Name, string Hash, string Title);

/// <summary>A page key that the archive does not hold.</summary>
public sealed class PageNotStoredException(string pageSha256)
    : Exception($"The archive holds no page {pageSha256}. It was deleted, or WEBQA_DATA names another folder than the one in which the episode ran.");
