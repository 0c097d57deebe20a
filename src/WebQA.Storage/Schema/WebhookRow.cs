namespace WebQA.Storage.Schema;

/// <summary>An address that is told of events.</summary>
public sealed class WebhookRow
{
    /// <summary>Its place.</summary>
    public long Number { get; set; }

    /// <summary>Where events are posted.</summary>
    public required string Url { get; set; }

    /// <summary>The secret that signs, encrypted.</summary>
    public required byte[] ProtectedSecret { get; set; }

    /// <summary>Names of the events it is told of, a blank before and after each.</summary>
    public required string Events { get; set; }

    /// <summary>Whether events are sent.</summary>
    public bool IsActive { get; set; }

    /// <summary>Failed attempts in a row, up to now.</summary>
    public int Failures { get; set; }

    /// <summary>When it was made, UTC ticks of 100 ns.</summary>
    public long CreatedAt { get; set; }
}

/// <summary>One event for one webhook: what is still to be sent, and what became of the rest.</summary>
public sealed class WebhookDeliveryRow
{
    /// <summary>Its place.</summary>
    public long Number { get; set; }

    /// <summary>The webhook.</summary>
    public long Webhook { get; set; }

    /// <summary>The id that the receiver sees; the same at each attempt.</summary>
    public required string MessageId { get; set; }

    /// <summary>What happened.</summary>
    public required string Event { get; set; }

    /// <summary>What is sent, JSON.</summary>
    public required string Body { get; set; }

    /// <summary>When it happened, UTC ticks of 100 ns.</summary>
    public long CreatedAt { get; set; }

    /// <summary>When it is tried next, UTC ticks; null where it has ended.</summary>
    public long? NextAt { get; set; }

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; set; }

    /// <summary>Whether the receiver took it.</summary>
    public bool IsDelivered { get; set; }

    /// <summary>What the last attempt met, in words; null before the first.</summary>
    public string? Outcome { get; set; }
}
