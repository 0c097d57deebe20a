namespace WebQA.TextBrowser.Search.Engines;

/// <summary>Settings of two places: each value from the first that has it.</summary>
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
            : new EngineSettings { Endpoint = first.Endpoint ?? rest.Endpoint, Key = first.Key ?? rest.Key, Contact = first.Contact ?? rest.Contact };
    }
}
