namespace WebQA.Storage.Schema;

/// <summary>One change of what the app may do: who, when, what. Appended, never changed; never holds a secret.</summary>
public sealed class AuditRow
{
    /// <summary>Its place.</summary>
    public long Number { get; set; }

    /// <summary>When, UTC ticks of 100 ns.</summary>
    public long At { get; set; }

    /// <summary>Who; null without sign-in.</summary>
    public string? By { get; set; }

    /// <summary>What was changed, for example <c>engine/brave</c>.</summary>
    public required string Subject { get; set; }

    /// <summary>How, in words.</summary>
    public required string Change { get; set; }
}
