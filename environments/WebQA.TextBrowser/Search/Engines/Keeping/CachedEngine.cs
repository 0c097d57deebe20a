using System.Security.Cryptography;
using System.Text;
using WebQA.Core.Browsing;

namespace WebQA.TextBrowser.Search.Engines.Keeping;

/// <summary>Gives the results that the same search had within the last day, from this or another process; asks the engine for the rest. Faults and empty results are not kept.</summary>
/// <param name="inner">The engine.</param>
/// <param name="scope">What else the results depend on, address and language for example; read at each search, and never a key.</param>
/// <param name="ledger">Where results are kept.</param>
public sealed class CachedEngine(ISearchEngine inner, Func<string> scope, EngineLedger ledger) : ISearchEngine
{
    /// <summary>How long results are kept: a day.</summary>
    public static TimeSpan Age { get; } = TimeSpan.FromHours(24);

    /// <inheritdoc/>
    public string Name => inner.Name;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<SearchResult>> SearchAsync(string query, int count, CancellationToken cancellationToken = default)
    {
        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Name}\n{scope()}\n{count}\n{query}")));
        if (ledger.FindResults(key, Age) is { } kept)
        {
            return kept;
        }
        var results = await inner.SearchAsync(query, count, cancellationToken);
        if (results.Count > 0)
        {
            ledger.KeepResults(key, results);
        }
        return results;
    }
}
