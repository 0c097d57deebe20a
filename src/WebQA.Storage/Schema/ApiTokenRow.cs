namespace WebQA.Storage.Schema;

/// <summary>A key by which a program acts for a person. The key itself is nowhere kept.</summary>
public sealed class ApiTokenRow
{
    /// <summary>Its place.</summary>
    public long Number { get; set; }

    /// <summary>Whose.</summary>
    public required string OwnerId { get; set; }

    /// <summary>What the person calls it.</summary>
    public required string Name { get; set; }

    /// <summary>SHA-256 of the key, in hex.</summary>
    public required string Hash { get; set; }

    /// <summary>What it may do, words with blanks between.</summary>
    public required string Scopes { get; set; }

    /// <summary>When it was made, UTC ticks of 100 ns.</summary>
    public long CreatedAt { get; set; }

    /// <summary>When it ends, UTC ticks.</summary>
    public long ExpiresAt { get; set; }

    /// <summary>When it last served, UTC ticks, to the minute; null for never.</summary>
    public long? LastUsedAt { get; set; }

    /// <summary>When it was taken back, UTC ticks; null while it holds.</summary>
    public long? RevokedAt { get; set; }
}
