namespace WebQA.Storage.Schema;

/// <summary>One event of an episode. Appended, never changed.</summary>
public sealed class EventRow
{
    /// <summary>The episode's <see cref="EpisodeRow.Number"/>.</summary>
    public long Episode { get; set; }

    /// <summary>Its place, from 0.</summary>
    public int Sequence { get; set; }

    /// <summary>When it was stored, UTC ticks of 100 ns.</summary>
    public long At { get; set; }

    /// <summary>The event as JSON.</summary>
    public required string Body { get; set; }
}
