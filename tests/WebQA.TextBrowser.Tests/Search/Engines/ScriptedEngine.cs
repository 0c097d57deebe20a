using WebQA.Core.Browsing;
using WebQA.TextBrowser.Search.Engines;

namespace WebQA.TextBrowser.Tests.Search.Engines;

/// <summary>Answers each search with what comes next in its script; the last is repeated.</summary>
internal sealed class ScriptedEngine(params Func<IReadOnlyList<SearchResult>>[] script) : ISearchEngine
{
    public static IReadOnlyList<SearchResult> Crows { get; } = [new SearchResult("Crows", "https://birds.example/crows", "A crow.")];

    public int Searches { get; private set; }

    public string Name => "scripted";

    public static Func<IReadOnlyList<SearchResult>> Finds() => static () => Crows;

    public static Func<IReadOnlyList<SearchResult>> Fails(EngineFault fault, TimeSpan? retryAfter = null) => () => throw new EngineFaultException(fault, "It failed.", "Mend it.", retryAfter);

    public Task<IReadOnlyList<SearchResult>> SearchAsync(string query, int count, CancellationToken cancellationToken = default)
    {
        try
        {
            return Task.FromResult(script[Math.Min(Searches++, script.Length - 1)]());
        }
        catch (EngineFaultException e)
        {
            return Task.FromException<IReadOnlyList<SearchResult>>(e);
        }
    }
}
