using System.Runtime.CompilerServices;

namespace WebQA.Core.Feedback;

/// <summary>Puts reviewers' decisions in the place of the labels they decide about.</summary>
public static class Adjudication
{
    /// <summary>How the ids of adjudicated comparisons begin.</summary>
    public const string IdPrefix = "review-";

    /// <summary>
    /// The comparisons with, of each decided task, one in place of all its people's: with the reviewer's rating, reason and name. A rejected task is left out, one without a
    /// decision stays as it is, and so do simulated labelers' comparisons.
    /// </summary>
    /// <param name="comparisons">Comparisons of a project.</param>
    /// <param name="decisions">Decisions by task.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async IAsyncEnumerable<StoredComparison> ApplyAsync(
        IAsyncEnumerable<StoredComparison> comparisons, IReadOnlyDictionary<string, TaskReview> decisions, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var given = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var comparison in comparisons.WithCancellation(cancellationToken))
        {
            if (comparison.IsSimulated || !decisions.TryGetValue(comparison.TaskId, out var review))
            {
                yield return comparison;
            }
            else if (review.Rating is { } rating && given.Add(comparison.TaskId))
            {
                yield return comparison with
                {
                    Id = IdPrefix + comparison.TaskId,
                    Annotation = new ComparisonAnnotation { Rating = rating, Justification = review.Rationale },
                    PersonId = review.ReviewerId,
                    IsImported = false,
                    SubmittedAt = review.DecidedAt,
                };
            }
        }
    }
}
