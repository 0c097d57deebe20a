namespace WebQA.Storage.Schema;

/// <summary>That a person has read a guideline.</summary>
public sealed class GuidelineReadingRow
{
    /// <summary>The person.</summary>
    public required string PersonId { get; set; }

    /// <summary>The kind of guideline.</summary>
    public required string Kind { get; set; }

    /// <summary>Its version.</summary>
    public required string Version { get; set; }

    /// <summary>SHA-256 of the text that was read.</summary>
    public required string TextSha256 { get; set; }

    /// <summary>When they said so, UTC ticks of 100 ns.</summary>
    public long ReadAt { get; set; }

    /// <summary>How often the quiz was answered.</summary>
    public int QuizAttempts { get; set; }

    /// <summary>Right answers of the last time.</summary>
    public int? QuizRight { get; set; }

    /// <summary>When it was passed, UTC ticks.</summary>
    public long? QuizPassedAt { get; set; }
}
