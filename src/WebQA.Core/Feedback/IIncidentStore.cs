namespace WebQA.Core.Feedback;

/// <summary>Citations that people call wrong, and what became of that. What a call has changed is on the disk when its task ends. Thread-safe.</summary>
public interface IIncidentStore
{
    /// <summary>Keeps a report. One person's open report of the same reference is replaced, so that nobody counts twice.</summary>
    /// <returns>The incident's id.</returns>
    /// <exception cref="FeedbackRefusedException">There is no such episode, or a value cannot be used.</exception>
    Task<string> ReportAsync(CitationReport report, string personId, CancellationToken cancellationToken = default);

    /// <summary>Incidents, the oldest first.</summary>
    /// <param name="isOpen">Those still open, or those settled; null for all.</param>
    /// <param name="count">Most to give.</param>
    /// <param name="skip">How many to leave out before.</param>
    /// <param name="cancellationToken">Stops the waiting.</param>
    Task<IReadOnlyList<CitationIncident>> ListAsync(bool? isOpen, int count = 100, int skip = 0, CancellationToken cancellationToken = default);

    /// <summary>How many are open.</summary>
    Task<int> CountOpenAsync(CancellationToken cancellationToken = default);

    /// <summary>Settles an open incident.</summary>
    /// <param name="id">The incident.</param>
    /// <param name="verdict">The decision.</param>
    /// <param name="rationale">Why, in the reviewer's words; required.</param>
    /// <param name="reviewerId">Who decides.</param>
    /// <param name="cancellationToken">Stops the waiting.</param>
    /// <exception cref="FeedbackRefusedException">There is none, it is settled already, or the rationale is missing.</exception>
    Task SettleAsync(string id, IncidentVerdict verdict, string rationale, string reviewerId, CancellationToken cancellationToken = default);
}
