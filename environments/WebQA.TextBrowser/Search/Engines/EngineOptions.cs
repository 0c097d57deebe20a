namespace WebQA.TextBrowser.Search.Engines;

/// <summary>What an environment says about one of its engines, and the bounds of asking it.</summary>
public sealed record EngineOptions
{
    /// <summary>Where the engine is asked; null for the operator's setting, else its usual address.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>The language of results, for example <c>en</c>; null for the engine's own choice.</summary>
    public string? Language { get; init; }

    /// <summary>Origins that may be asked although they are not on the public web.</summary>
    public IReadOnlyList<string> PrivateOrigins { get; init; } = [];

    /// <summary>Longest time for one request, from the connection to the last byte. The default is 15 seconds.</summary>
    public TimeSpan Total { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Longest answer in bytes, decompressed. The default is 4 MiB.</summary>
    public int Bytes { get; init; } = 4 * 1024 * 1024;
}
