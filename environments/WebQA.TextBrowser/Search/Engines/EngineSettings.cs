namespace WebQA.TextBrowser.Search.Engines;

/// <summary>What the operator of this installation says about a search engine. Never part of an environment's folder, and the key never part of a message or a trace.</summary>
public sealed record EngineSettings
{
    /// <summary>No settings.</summary>
    public static EngineSettings None { get; } = new();

    /// <summary>Where the engine is asked; null for its usual address. Its origin may be asked although it is private.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>The key that the engine gave out; null without one.</summary>
    public string? Key { get; init; }

    /// <summary>Whom an engine may write to about this installation: an e-mail address or a web page. Sent in the User-Agent.</summary>
    public string? Contact { get; init; }

    /// <summary>Never shows the key.</summary>
    public override string ToString() => $"endpoint {Endpoint?.GetLeftPart(UriPartial.Path) ?? "as usual"}, {(Key is null ? "no key" : "a key")}, contact {Contact ?? "none"}";
}
