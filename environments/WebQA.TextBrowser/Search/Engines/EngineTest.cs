using WebQA.TextBrowser.Environments;

namespace WebQA.TextBrowser.Search.Engines;

/// <summary>Tries an engine by one search, as <c>webqa env check</c>, <c>webqa doctor</c> and the settings page do.</summary>
/// <param name="engines">Makes the engine.</param>
/// <param name="clock">Measures the search.</param>
public sealed class EngineTest(EngineFactory engines, TimeProvider clock)
{
    /// <summary>What is searched for: a word that every collection has.</summary>
    public const string Query = "history";

    /// <summary>Tries an engine by its name, at its usual address or that of the settings.</summary>
    /// <exception cref="ArgumentException">There is no engine of that name.</exception>
    public Task<EngineTestResult> RunAsync(string engine, IEngineSettings settings, CancellationToken cancellationToken = default) =>
        RunAsync(new EngineEntry(engine), [], settings, cancellationToken);

    /// <summary>Tries an engine as an environment names it.</summary>
    /// <param name="entry">Any but <c>local</c>.</param>
    /// <param name="privateOrigins">Those that the environment lists.</param>
    /// <param name="settings">The operator's, stored or about to be.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<EngineTestResult> RunAsync(EngineEntry entry, IReadOnlyList<string> privateOrigins, IEngineSettings settings, CancellationToken cancellationToken = default)
    {
        var start = clock.GetTimestamp();
        try
        {
            var results = await engines.CreateBare(entry, privateOrigins, settings).SearchAsync(Query, 5, cancellationToken);
            return new EngineTestResult(entry.Engine, results.Count, clock.GetElapsedTime(start));
        }
        catch (EngineFaultException e)
        {
            return new EngineTestResult(entry.Engine, 0, clock.GetElapsedTime(start)) { Fault = e.Fault, What = e.What, Remedy = e.Remedy };
        }
    }
}

/// <summary>How an engine did.</summary>
/// <param name="Engine">Its name.</param>
/// <param name="Count">Results that it gave.</param>
/// <param name="Time">How long it took.</param>
public sealed record EngineTestResult(string Engine, int Count, TimeSpan Time)
{
    /// <summary>What is wrong; null where it works.</summary>
    public EngineFault? Fault { get; init; }

    /// <summary>The fault in words; null where it works.</summary>
    public string? What { get; init; }

    /// <summary>What to do; null where it works.</summary>
    public string? Remedy { get; init; }

    /// <summary>Whether it answered as it should.</summary>
    public bool IsWorking => Fault is null;
}
