namespace WebQA.Core.Feedback;

/// <summary>What a reviewer decided of a task whose labelers disagree. Labels stay as they are; the decision is kept beside them.</summary>
/// <param name="TaskId">The task.</param>
/// <param name="Verdict">What kind of decision.</param>
/// <param name="Rating">The adjudicated rating, sides as the task has them; null where the task is rejected.</param>
/// <param name="Rationale">Why, in the reviewer's words.</param>
/// <param name="ReviewerId">Who decided.</param>
/// <param name="DecidedAt">When.</param>
public sealed record TaskReview(string TaskId, ReviewVerdict Verdict, Preference? Rating, string Rationale, string ReviewerId, DateTimeOffset DecidedAt)
{
    /// <summary>Longest rationale, in characters.</summary>
    public const int MaxRationale = 4_000;

    /// <summary>The verdict that a rating means: a label that somebody gave is accepted, another fixes them all.</summary>
    /// <param name="rating">The adjudicated rating; null rejects the task.</param>
    /// <param name="labels">What labelers said.</param>
    public static ReviewVerdict VerdictOf(Preference? rating, IEnumerable<Preference> labels) =>
        rating is not { } given ? ReviewVerdict.Reject : labels.Contains(given) ? ReviewVerdict.Accept : ReviewVerdict.Fix;
}

/// <summary>Kinds of decisions. The values are those of the database.</summary>
public enum ReviewVerdict
{
    /// <summary>A label that a labeler gave stands for the task.</summary>
    Accept = 0,

    /// <summary>The task is of no use; none of its labels counts.</summary>
    Reject = 1,

    /// <summary>No label was right; the reviewer's rating stands.</summary>
    Fix = 2,
}

/// <summary>A task whose labelers disagree about the side.</summary>
/// <param name="Project">Its project.</param>
/// <param name="TaskId">The task.</param>
/// <param name="Question">What was asked.</param>
/// <param name="Ratings">What was said, sides as the task has them.</param>
/// <param name="Difficult">How many marked it difficult to choose.</param>
/// <param name="IsDecided">Whether a reviewer has decided.</param>
public sealed record DisputedTask(string Project, string TaskId, string Question, IReadOnlyList<Preference> Ratings, int Difficult, bool IsDecided)
{
    /// <summary>Whether no side (A, neither, B) has more than half of the labels.</summary>
    public bool HasNoMajority => Ratings.CountBy(static rating => Math.Sign((int)rating)).Max(static side => side.Value) * 2 <= Ratings.Count;
}

/// <summary>A disputed task whole.</summary>
/// <param name="Project">Its project.</param>
/// <param name="Task">What was compared.</param>
/// <param name="Annotations">What each person said.</param>
/// <param name="Review">The decision; null while open.</param>
public sealed record DisputedTaskFile(string Project, ComparisonTask Task, IReadOnlyList<StoredComparison> Annotations, TaskReview? Review);
