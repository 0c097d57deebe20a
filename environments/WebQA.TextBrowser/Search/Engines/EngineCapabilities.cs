namespace WebQA.TextBrowser.Search.Engines;

/// <summary>What a search engine can do and what it needs.</summary>
public sealed record EngineCapabilities
{
    /// <summary>Whether a query may hold operators such as <c>site:example.org</c>; where not, they are taken out of it, since they would be searched as words.</summary>
    public bool HasOperators { get; init; }

    /// <summary>Whether further pages of results can be asked for.</summary>
    public bool HasPaging { get; init; }

    /// <summary>Whether a language can be asked for.</summary>
    public bool HasLanguages { get; init; }

    /// <summary>Longest query in characters; a longer one is cut at a word.</summary>
    public int MaxQueryLength { get; init; } = 1_000;

    /// <summary>Longest query in words; a longer one is cut.</summary>
    public int MaxQueryWords { get; init; } = int.MaxValue;

    /// <summary>Most results of one request.</summary>
    public int MaxResults { get; init; } = 20;

    /// <summary>Whether it answers nobody without a key.</summary>
    public bool NeedsKey { get; init; }

    /// <summary>Whether it has no usual address, so that one must be set.</summary>
    public bool NeedsEndpoint { get; init; }

    /// <summary>Whether the pages of its results lie at its own address, so that they may be opened wherever it may be asked.</summary>
    public bool HoldsPages { get; init; }

    /// <summary>Requests a minute that it allows, as far as is known; an environment may ask for fewer.</summary>
    public int RequestsPerMinute { get; init; } = 60;

    /// <summary>The same without a contact in the settings; null where that makes no difference.</summary>
    public int? RequestsPerMinuteWithoutContact { get; init; }
}
