namespace WebQA.Storage.Schema;

/// <summary>An episode: what lists show of it, who may write it, and how far it is. Its events are the truth; this row follows them.</summary>
public sealed class EpisodeRow
{
    /// <summary>Key inside the database; small, so that event rows are.</summary>
    public long Number { get; set; }

    /// <summary>The episode's id.</summary>
    public required string Id { get; set; }

    /// <summary>What stands after the last <c>.</c> of <see cref="Id"/>: the id that a batch's answers name.</summary>
    public required string ShortId { get; set; }

    /// <summary>Who asked; null until sign-in is configured.</summary>
    public string? OwnerId { get; set; }

    /// <summary>The question as asked.</summary>
    public required string Question { get; set; }

    /// <summary>Name of the environment.</summary>
    public required string Environment { get; set; }

    /// <summary>Name of the policy.</summary>
    public required string Policy { get; set; }

    /// <summary>Seed of the episode's randomness.</summary>
    public long Seed { get; set; }

    /// <summary>The batch it belongs to, or null.</summary>
    public string? RunId { get; set; }

    /// <summary>The episode it follows up, or null.</summary>
    public string? FollowUpOf { get; set; }

    /// <summary>When it began, UTC ticks of 100 ns.</summary>
    public long StartedAt { get; set; }

    /// <summary>When it ended, UTC ticks; null before.</summary>
    public long? EndedAt { get; set; }

    /// <summary>How it ended, in the words of the answer document; null before.</summary>
    public string? Outcome { get; set; }

    /// <summary>Why there is no answer.</summary>
    public string? Reason { get; set; }

    /// <summary>Steps taken, undone ones aside.</summary>
    public int Steps { get; set; }

    /// <summary>References at hand.</summary>
    public int References { get; set; }

    /// <summary>Events stored; the next one has this sequence number.</summary>
    public int Events { get; set; }

    /// <summary>Whether the service (0) or a command (1) goes on with it.</summary>
    public int HostedBy { get; set; }

    /// <summary>The process that may write it; null while nobody does.</summary>
    public string? LeaseOwner { get; set; }

    /// <summary>Until when, UTC ticks, unless renewed.</summary>
    public long LeaseUntil { get; set; }

    /// <summary>Grows with every claim; older holders are refused.</summary>
    public long Fence { get; set; }

    /// <summary>What people ask of it: 0 nothing, 1 the answer now, 2 to stop.</summary>
    public int Control { get; set; }

    /// <summary>Times it was claimed again since its last event.</summary>
    public int Resumes { get; set; }
}
