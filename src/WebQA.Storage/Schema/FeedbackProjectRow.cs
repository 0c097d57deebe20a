namespace WebQA.Storage.Schema;

/// <summary>A project of comparison tasks.</summary>
public sealed class FeedbackProjectRow
{
    /// <summary>Key inside the database.</summary>
    public long Number { get; set; }

    /// <summary>Its name.</summary>
    public required string Name { get; set; }

    /// <summary>Who made it; null without sign-in.</summary>
    public string? OwnerId { get; set; }

    /// <summary>What its people are asked to do: 0 comparisons, 1 comparisons without references, 2 ratings of one answer, 3 demonstrations.</summary>
    public int Kind { get; set; }

    /// <summary>When it was made, UTC ticks of 100 ns.</summary>
    public long CreatedAt { get; set; }

    /// <summary>People a task.</summary>
    public int Overlap { get; set; }

    /// <summary>Share of the tasks that get them.</summary>
    public double CohortShare { get; set; }

    /// <summary>Share of the tasks on which every part is required.</summary>
    public double FullShare { get; set; }

    /// <summary>Chance of a gold task next.</summary>
    public double GoldShare { get; set; }

    /// <summary>Who may take tasks; null for everybody.</summary>
    public string? Pool { get; set; }

    /// <summary>Most comparisons a person; null for no limit.</summary>
    public int? Quota { get; set; }

    /// <summary>The guidelines people are shown.</summary>
    public required string GuidelineVersion { get; set; }

    /// <summary>How long a task is held, in ticks of 100 ns.</summary>
    public long Lease { get; set; }

    /// <summary>Places sides and draws cohorts.</summary>
    public long Seed { get; set; }
}
