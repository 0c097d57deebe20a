namespace WebQA.Storage.Schema;

/// <summary>A person in a pool.</summary>
public sealed class FeedbackPoolRow
{
    /// <summary>The pool.</summary>
    public required string Pool { get; set; }

    /// <summary>The person.</summary>
    public required string PersonId { get; set; }
}
