namespace WebQA.Storage.Schema;

/// <summary>That a person was given a task: one row for the two, so nobody is counted twice.</summary>
public sealed class FeedbackLeaseRow
{
    /// <summary>The task's <see cref="FeedbackTaskRow.Number"/>.</summary>
    public long Task { get; set; }

    /// <summary>The person.</summary>
    public required string PersonId { get; set; }

    /// <summary>The task's project.</summary>
    public long Project { get; set; }

    /// <summary>0 held, 1 submitted, 2 given back, 3 ran out, 4 skipped until later, 5 skipped for others, 6 dropped.</summary>
    public int State { get; set; }

    /// <summary>Grows each time the task is given to the person.</summary>
    public long Fence { get; set; }

    /// <summary>When it was last given, UTC ticks of 100 ns.</summary>
    public long ClaimedAt { get; set; }

    /// <summary>Until when it is held, UTC ticks.</summary>
    public long LeaseUntil { get; set; }

    /// <summary>Whether the person is a program.</summary>
    public bool IsSimulated { get; set; }

    /// <summary>Why it was skipped.</summary>
    public string? Reason { get; set; }
}
