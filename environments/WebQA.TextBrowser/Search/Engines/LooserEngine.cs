using WebQA.Core.Browsing;

namespace WebQA.TextBrowser.Search.Engines;

/// <summary>For engines that give only pages with every word of a query, which a question in plain language has few of: where little is found, the same words are asked for more loosely, and those pages follow.</summary>
/// <param name="inner">The engine.</param>
/// <param name="protocol">Says how it can be asked more loosely.</param>
public sealed class LooserEngine(ISearchEngine inner, EngineProtocol protocol) : ISearchEngine
{
    /// <summary>With as many results nothing more is asked.</summary>
    public const int Enough = 3;

    /// <summary>Words of a query that are asked for more loosely.</summary>
    public const int MaxTerms = 8;

    /// <inheritdoc/>
    public string Name => inner.Name;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<SearchResult>> SearchAsync(string query, int count, CancellationToken cancellationToken = default)
    {
        var found = await inner.SearchAsync(query, count, cancellationToken);
        string[] terms = [.. QueryTerms.Of(query).Take(MaxTerms)];
        foreach (var stage in terms.Length < 2 ? [] : protocol.Looser(terms))
        {
            if (found.Count >= Math.Min(Enough, count))
            {
                break;
            }
            var lists = new List<IReadOnlyList<SearchResult>>();
            foreach (var looser in stage)
            {
                lists.Add(await inner.SearchAsync(looser, count, cancellationToken));
            }
            found = [.. found.Concat(Fused(lists)).DistinctBy(static r => r.Url, StringComparer.Ordinal).Take(count)];
        }
        return found;
    }

    /// <summary>The pages of several lists, those that many lists have near their top first.</summary>
    /// <remarks>Reciprocal rank fusion, Cormack et al. 2009, with their constant 60.</remarks>
    private static IEnumerable<SearchResult> Fused(List<IReadOnlyList<SearchResult>> lists) => lists
        .SelectMany(static list => list.Select(static (result, rank) => (Result: result, Score: 1.0 / (60 + rank))))
        .GroupBy(static r => r.Result.Url, StringComparer.Ordinal)
        .OrderByDescending(static g => g.Sum(static r => r.Score))
        .Select(static g => g.First().Result);
}
