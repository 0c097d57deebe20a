namespace WebQA.Storage.Schema;

/// <summary>What one person said of one task.</summary>
public sealed class FeedbackAnnotationRow
{
    /// <summary>Key inside the database, and the order in which they came.</summary>
    public long Number { get; set; }

    /// <summary>Its id, unique in the project.</summary>
    public required string Id { get; set; }

    /// <summary>The task's project.</summary>
    public long Project { get; set; }

    /// <summary>The task's <see cref="FeedbackTaskRow.Number"/>.</summary>
    public long Task { get; set; }

    /// <summary>Who said it; null where a file did not say.</summary>
    public string? OwnerId { get; set; }

    /// <summary>The final rating, -2 to 2, sides as the task has them.</summary>
    public int Rating { get; set; }

    /// <summary>All that was said, as JSON, sides as the task has them.</summary>
    public required string Body { get; set; }

    /// <summary>Whether the labeler saw the sides exchanged.</summary>
    public bool IsSwapped { get; set; }

    /// <summary>The guidelines it was made by; empty for an imported one.</summary>
    public required string GuidelineVersion { get; set; }

    /// <summary>When it was handed in or imported, UTC ticks of 100 ns.</summary>
    public long SubmittedAt { get; set; }

    /// <summary>Whether a program said it.</summary>
    public bool IsSimulated { get; set; }

    /// <summary>Whether it came from a file.</summary>
    public bool IsImported { get; set; }
}
