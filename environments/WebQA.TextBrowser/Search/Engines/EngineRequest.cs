namespace WebQA.TextBrowser.Search.Engines;

/// <summary>A search as an engine is asked for it.</summary>
/// <param name="Query">Within the engine's bounds.</param>
/// <param name="Count">Results wanted, within the engine's bounds.</param>
/// <param name="Endpoint">Where it is asked.</param>
public sealed record EngineRequest(string Query, int Count, Uri Endpoint)
{
    /// <summary>A language tag such as <c>en</c> or <c>pt-br</c>; null for the engine's own choice.</summary>
    public string? Language { get; init; }

    /// <summary>Hosts that results must come from, taken from <c>site:</c> operators where the engine has none; empty for all.</summary>
    public IReadOnlyList<string> Sites { get; init; } = [];

    /// <summary>The key; null without one.</summary>
    public string? Key { get; init; }

    /// <summary>Never shows the key.</summary>
    public override string ToString() => $"'{Query}', {Count} results";
}
