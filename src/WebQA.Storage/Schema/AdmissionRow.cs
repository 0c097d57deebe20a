namespace WebQA.Storage.Schema;

/// <summary>That a person was let in to a project by hand, or kept out.</summary>
public sealed class AdmissionRow
{
    /// <summary>The project's <see cref="FeedbackProjectRow.Number"/>.</summary>
    public long Project { get; set; }

    /// <summary>The person.</summary>
    public required string PersonId { get; set; }

    /// <summary>0 let in, 1 kept out.</summary>
    public int Decision { get; set; }

    /// <summary>Why.</summary>
    public required string Reason { get; set; }

    /// <summary>Who decided.</summary>
    public required string DeciderId { get; set; }

    /// <summary>When, UTC ticks of 100 ns.</summary>
    public long DecidedAt { get; set; }
}

/// <summary>What a project asks for before its tasks are given; without a row, nothing.</summary>
public sealed class AdmissionRuleRow
{
    /// <summary>The project's <see cref="FeedbackProjectRow.Number"/>.</summary>
    public long Project { get; set; }

    /// <summary>Whether guidelines and quiz are asked for.</summary>
    public bool RequiresGuidelines { get; set; }

    /// <summary>Tasks of the trial.</summary>
    public int TrialTasks { get; set; }

    /// <summary>Share on which a person has to agree.</summary>
    public double TrialPassMark { get; set; }
}
