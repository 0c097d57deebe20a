namespace WebQA.Storage.Schema;

/// <summary>What an operator set for a kind of search engine.</summary>
public sealed class EngineSettingRow
{
    /// <summary>The kind, for example <c>brave</c>.</summary>
    public required string Engine { get; set; }

    /// <summary>Where it answers; null for the engine's own address.</summary>
    public string? Endpoint { get; set; }

    /// <summary>The address it may write to, sent in the User-Agent.</summary>
    public string? Contact { get; set; }

    /// <summary>The key, encrypted with the keys of <see cref="DataFolder.Keys"/>; null where there is none.</summary>
    public byte[]? ProtectedKey { get; set; }

    /// <summary>When it was last changed, UTC ticks of 100 ns.</summary>
    public long UpdatedAt { get; set; }

    /// <summary>Who changed it; null without sign-in.</summary>
    public string? UpdatedBy { get; set; }
}
