using WebQA.Core.Browsing;

namespace WebQA.TextBrowser.Search.Engines.Keeping;

/// <summary>Counts the requests that an engine gets: each costs, whatever it answers.</summary>
/// <param name="inner">The engine; each call is one request.</param>
/// <param name="ledger">Where they are counted.</param>
public sealed class MeteredEngine(ISearchEngine inner, EngineLedger ledger) : ISearchEngine
{
    /// <inheritdoc/>
    public string Name => inner.Name;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<SearchResult>> SearchAsync(string query, int count, CancellationToken cancellationToken = default)
    {
        try
        {
            var results = await inner.SearchAsync(query, count, cancellationToken);
            ledger.CountRequest(Name);
            return results;
        }
        catch (EngineFaultException e) when (e.Fault is not (EngineFault.NotConfigured or EngineFault.NotAllowed or EngineFault.Unreachable))
        {
            ledger.CountRequest(Name);
            throw;
        }
    }
}
