namespace WebQA.TextBrowser.Environments;

/// <summary>A search engine as an environment names it: <c>"searxng"</c>, or an object that says more. Keys and passwords are never in it.</summary>
/// <param name="Engine">One of <see cref="Names"/>.</param>
/// <param name="Endpoint">Where it is asked; null for the operator's setting, or the engine's own address.</param>
/// <param name="Language">Language of the results, for example <c>en</c>; null for the engine's choice.</param>
/// <param name="RequestsPerMinute">How often it may be asked; null for the engine's own pace.</param>
public sealed record EngineEntry(string Engine, Uri? Endpoint = null, string? Language = null, int? RequestsPerMinute = null)
{
    /// <summary>The engine over the environment's own pages, the only one that needs no network.</summary>
    public const string Local = "local";

    /// <summary>Every engine that a definition can name.</summary>
    public static IReadOnlyList<string> Names { get; } = [Local, "mediawiki", "searxng", "kiwix", "brave", "tavily", "exa", "serper", "custom"];

    /// <summary>Whether it is the engine over the environment's own pages.</summary>
    public bool IsLocal => Engine == Local;
}
