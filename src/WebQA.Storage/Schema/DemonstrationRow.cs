namespace WebQA.Storage.Schema;

/// <summary>An episode led by a person: what is known of the work besides its events.</summary>
public sealed class DemonstrationRow
{
    /// <summary>The episode's <see cref="EpisodeRow.Number"/>.</summary>
    public long Episode { get; set; }

    /// <summary>Who made it.</summary>
    public required string OwnerId { get; set; }

    /// <summary>Where the question comes from.</summary>
    public required string Dataset { get; set; }

    /// <summary>The question's id there.</summary>
    public required string QuestionId { get; set; }

    /// <summary>Name of the project whose task it fulfils; null for a question of the person's own.</summary>
    public string? Project { get; set; }

    /// <summary>Id of that task.</summary>
    public string? TaskId { get; set; }

    /// <summary>Fence of the lease by which the person has the task.</summary>
    public long? Fence { get; set; }

    /// <summary>The guidelines the person was shown.</summary>
    public string? GuidelineVersion { get; set; }

    /// <summary>Time with input less than a minute ago, ticks of 100 ns.</summary>
    public long ActiveTime { get; set; }

    /// <summary>The rest of the time while it was open, ticks of 100 ns.</summary>
    public long IdleTime { get; set; }

    /// <summary>Steps taken back.</summary>
    public int Undos { get; set; }

    /// <summary>Times that the person began anew.</summary>
    public int Resets { get; set; }

    /// <summary>Why it was skipped, in the person's words.</summary>
    public string? SkipReason { get; set; }
}
