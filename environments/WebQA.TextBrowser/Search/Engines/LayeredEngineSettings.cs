namespace WebQA.TextBrowser.Search.Engines;

/// <summary>Settings of two places: each value from the first that has it, but a key only with the address it was entered for.</summary>
/// <param name="kept">What the operator entered in the app, by the engine's name; null where nothing is.</param>
/// <param name="then">Where the rest comes from, for example variables of the process.</param>
public sealed class LayeredEngineSettings(Func<string, EngineSettings?> kept, IEngineSettings then) : IEngineSettings
{
    /// <inheritdoc/>
    public EngineSettings Find(string engine)
    {
        var rest = then.Find(engine);
        return kept(engine) is not { } first
            ? rest
            : new EngineSettings { Endpoint = first.Endpoint ?? rest.Endpoint, Key = first.Key ?? KeyFor(first.Endpoint, engine, rest), Contact = first.Contact ?? rest.Contact };
    }

    /// <summary>Whoever may enter an address in the app cannot have a key that they never saw sent there.</summary>
    private static string? KeyFor(Uri? entered, string engine, EngineSettings rest) =>
        entered is null || EngineOrigin.AreSame(entered, rest.Endpoint ?? Usual(engine)) ? rest.Key : null;

    private static Uri? Usual(string engine) => EngineProtocols.All.FirstOrDefault(p => p.Name == engine)?.DefaultEndpoint(language: null);
}
