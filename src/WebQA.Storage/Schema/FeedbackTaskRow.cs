namespace WebQA.Storage.Schema;

/// <summary>Two answers to be compared.</summary>
public sealed class FeedbackTaskRow
{
    /// <summary>Key inside the database, and the order in which tasks are given.</summary>
    public long Number { get; set; }

    /// <summary>The task's id.</summary>
    public required string Id { get; set; }

    /// <summary>The project's <see cref="FeedbackProjectRow.Number"/>.</summary>
    public long Project { get; set; }

    /// <summary>SHA-256 of what is compared.</summary>
    public required string ContentKey { get; set; }

    /// <summary>Where the question comes from.</summary>
    public required string Dataset { get; set; }

    /// <summary>The question's id there.</summary>
    public required string QuestionId { get; set; }

    /// <summary>The question.</summary>
    public required string Question { get; set; }

    /// <summary>The one answer with its references, as JSON.</summary>
    public required string AnswerA { get; set; }

    /// <summary>The other.</summary>
    public required string AnswerB { get; set; }

    /// <summary>The person behind the one answer; null for none of this installation.</summary>
    public string? AuthorA { get; set; }

    /// <summary>The person behind the other.</summary>
    public string? AuthorB { get; set; }

    /// <summary>Whether labelers see the sides exchanged.</summary>
    public bool IsSwapped { get; set; }

    /// <summary>Whether every part is required.</summary>
    public bool RequiresAll { get; set; }

    /// <summary>What a researcher said, -2 to 2, of a hidden gold task; null for an ordinary one.</summary>
    public int? Gold { get; set; }

    /// <summary>People it wants.</summary>
    public int Places { get; set; }

    /// <summary>People who have it or are done with it.</summary>
    public int Taken { get; set; }

    /// <summary>The same of simulated labelers, who have places of their own.</summary>
    public int TakenSimulated { get; set; }

    /// <summary>Whether a person took it out of the project.</summary>
    public bool IsDropped { get; set; }

    /// <summary>When it was added, UTC ticks of 100 ns.</summary>
    public long CreatedAt { get; set; }
}
