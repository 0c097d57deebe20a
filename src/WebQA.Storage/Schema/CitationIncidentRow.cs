namespace WebQA.Storage.Schema;

/// <summary>A citation that somebody calls wrong.</summary>
public sealed class CitationIncidentRow
{
    /// <summary>Key inside the database, and the order in which they came.</summary>
    public long Number { get; set; }

    /// <summary>Its id.</summary>
    public required string Id { get; set; }

    /// <summary>The <see cref="EpisodeRow.Id"/> of the answer. Not a foreign key: an incident outlives a deleted answer.</summary>
    public required string EpisodeId { get; set; }

    /// <summary>The reference's number, from 1.</summary>
    public int Reference { get; set; }

    /// <summary>What kind: 0 does not say it, 1 out of context, 2 untrustworthy, 3 out of date, 4 other.</summary>
    public int Problem { get; set; }

    /// <summary>More, in the person's words.</summary>
    public required string Note { get; set; }

    /// <summary>Who reported it.</summary>
    public required string OwnerId { get; set; }

    /// <summary>When, UTC ticks of 100 ns.</summary>
    public long ReportedAt { get; set; }

    /// <summary>0 accepted, 1 rejected, 2 fixed; null while open.</summary>
    public int? Verdict { get; set; }

    /// <summary>Why it was settled so.</summary>
    public string? Rationale { get; set; }

    /// <summary>Who settled it.</summary>
    public string? ReviewerId { get; set; }

    /// <summary>When, UTC ticks.</summary>
    public long? SettledAt { get; set; }
}
