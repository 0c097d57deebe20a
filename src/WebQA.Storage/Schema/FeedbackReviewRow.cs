namespace WebQA.Storage.Schema;

/// <summary>What a reviewer decided of a task; the latest of a task stands.</summary>
public sealed class FeedbackReviewRow
{
    /// <summary>Key inside the database, and the order in which they came.</summary>
    public long Number { get; set; }

    /// <summary>The task's <see cref="FeedbackTaskRow.Number"/>.</summary>
    public long Task { get; set; }

    /// <summary>0 accept, 1 reject, 2 fix.</summary>
    public int Verdict { get; set; }

    /// <summary>The adjudicated rating, -2 to 2, sides as the task has them; null where it is rejected.</summary>
    public int? Rating { get; set; }

    /// <summary>Why.</summary>
    public required string Rationale { get; set; }

    /// <summary>Who decided.</summary>
    public required string ReviewerId { get; set; }

    /// <summary>When, UTC ticks of 100 ns.</summary>
    public long DecidedAt { get; set; }
}
