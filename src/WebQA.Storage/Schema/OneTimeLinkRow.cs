namespace WebQA.Storage.Schema;

/// <summary>A link by which a person sets a password, once. A person has at most one; it is gone when it was used.</summary>
public sealed class OneTimeLinkRow
{
    /// <summary>Whose password.</summary>
    public required string PersonId { get; set; }

    /// <summary>SHA-256 of its token, in hex.</summary>
    public required string Hash { get; set; }

    /// <summary>When it ends, UTC ticks of 100 ns.</summary>
    public long ExpiresAt { get; set; }
}
