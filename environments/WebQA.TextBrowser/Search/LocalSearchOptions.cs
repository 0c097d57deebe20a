namespace WebQA.TextBrowser.Search;

/// <summary>Where a local index lies and how it is built.</summary>
public sealed record LocalSearchOptions
{
    /// <summary>Folder of the index files of one environment, below the data folder.</summary>
    public required string IndexFolder { get; init; }

    /// <summary>A file of passage vectors made before, or null. Vectors are taken from it by the hash of the passage, so a stale one does no harm.</summary>
    public string? ShippedVectors { get; init; }

    /// <summary>By what pages are ordered. The default is <see cref="SearchRanking.Hybrid"/>.</summary>
    public SearchRanking Ranking { get; init; } = SearchRanking.Hybrid;

    /// <summary>Passages up to which vectors are made unasked, in the background. The default is 5,000, a few minutes on two cores; 100,000 take hours.</summary>
    public int MostPassagesUnasked { get; init; } = 5_000;

    /// <summary>Pages that are read at once while the index is built, 1 to 16. The default is 2.</summary>
    public int Parallelism { get; init; } = 2;
}
