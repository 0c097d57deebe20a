namespace WebQA.Core.Feedback;

/// <summary>A comparison as it is kept, its sides as the task has them.</summary>
/// <param name="Id">Unique in its project; that of the file where it was imported.</param>
/// <param name="TaskId">The task.</param>
/// <param name="Task">What was compared.</param>
/// <param name="Annotation">What was said.</param>
/// <param name="PersonId">Who; null where a file did not say.</param>
/// <param name="IsSwapped">Whether the labeler saw the sides exchanged.</param>
/// <param name="IsSimulated">Whether a program judged.</param>
/// <param name="IsImported">Whether it came from a file.</param>
/// <param name="GuidelineVersion">The guidelines it was made by; empty for an imported one.</param>
/// <param name="SubmittedAt">When it was handed in, or imported.</param>
public sealed record StoredComparison(
    string Id, string TaskId, ComparisonTask Task, ComparisonAnnotation Annotation, string? PersonId, bool IsSwapped, bool IsSimulated, bool IsImported,
    string GuidelineVersion, DateTimeOffset SubmittedAt)
{
    /// <summary>Whether a file said no more than who prefers which, and why.</summary>
    private bool IsRatingAlone => IsImported && GuidelineVersion.Length == 0;

    /// <summary>As exchange formats hold it.</summary>
    public Comparison ToComparison() => new(Id, Task.Question, Task.A, Task.B, Annotation.Rating)
    {
        Labeler = PersonId,
        Justification = Annotation.Justification,
        Annotation = IsRatingAlone ? null : Annotation with { OtherFields = null },
        OtherFields = Annotation.OtherFields,
        IsSimulated = IsSimulated,
        IsSwapped = IsSwapped,
        GuidelineVersion = IsRatingAlone ? null : GuidelineVersion,
        SubmittedAt = IsRatingAlone ? null : SubmittedAt,
    };
}
