namespace WebQA.Core.Feedback;

/// <summary>What people who ask say of two answers to their own question. Kept in a project of its own, apart from trained labelers' work. Thread-safe.</summary>
public interface IAskerVotes
{
    /// <summary>Keeps a vote; a person's later vote on the same two answers takes the place of the earlier. It is on the disk when the task ends.</summary>
    /// <param name="pair">The two answers.</param>
    /// <param name="rating">Which is more useful, sides as <paramref name="pair"/> has them.</param>
    /// <param name="isSwapped">Whether the person saw the sides exchanged.</param>
    /// <param name="personId">Who.</param>
    /// <param name="cancellationToken">Stops the waiting.</param>
    /// <exception cref="FeedbackRefusedException">A value cannot be used.</exception>
    Task VoteAsync(ComparisonTask pair, Preference rating, bool isSwapped, string personId, CancellationToken cancellationToken = default);

    /// <summary>The person's vote on two answers, sides as <paramref name="pair"/> has them; null where there is none.</summary>
    Task<Preference?> FindAsync(ComparisonTask pair, string personId, CancellationToken cancellationToken = default);
}
