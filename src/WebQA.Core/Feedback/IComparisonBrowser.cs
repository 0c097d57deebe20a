namespace WebQA.Core.Feedback;

/// <summary>Looking through the comparisons of a project, a page at a time. Thread-safe.</summary>
public interface IComparisonBrowser
{
    /// <summary>A page of comparisons in the order in which they were made, people's and simulated ones.</summary>
    /// <param name="project">The project's name.</param>
    /// <param name="text">What the question or an answer must hold, letters large or small; null for all.</param>
    /// <param name="skip">How many to leave out before.</param>
    /// <param name="count">Most to give.</param>
    /// <param name="cancellationToken">Stops the waiting.</param>
    /// <exception cref="FeedbackRefusedException">There is no such project.</exception>
    Task<ComparisonPage> ListAsync(string project, string? text, int skip, int count, CancellationToken cancellationToken = default);

    /// <summary>A comparison with its answers and references; null where there is none of that id.</summary>
    /// <exception cref="FeedbackRefusedException">There is no such project.</exception>
    Task<StoredComparison?> FindAsync(string project, string id, CancellationToken cancellationToken = default);
}

/// <summary>A page of comparisons.</summary>
/// <param name="Rows">The comparisons.</param>
/// <param name="Total">How many there are on all pages.</param>
public sealed record ComparisonPage(IReadOnlyList<ComparisonSummary> Rows, int Total);

/// <summary>A comparison in a list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Question">What was asked.</param>
/// <param name="Dataset">Where the question comes from.</param>
/// <param name="Rating">Which answer is more useful, sides as the task has them.</param>
/// <param name="References">References of both answers.</param>
/// <param name="PersonId">Who judged; null where a file did not say.</param>
/// <param name="IsSimulated">Whether a program judged.</param>
/// <param name="SubmittedAt">When it was handed in, or imported.</param>
public sealed record ComparisonSummary(string Id, string Question, string Dataset, Preference Rating, int References, string? PersonId, bool IsSimulated, DateTimeOffset SubmittedAt);
