namespace WebQA.TextBrowser.Search.Engines;

/// <summary>Settings in environment variables: <c>WEBQA_BRAVE_KEY</c>, <c>WEBQA_SEARXNG_ENDPOINT</c>, <c>WEBQA_MEDIAWIKI_CONTACT</c>.</summary>
/// <param name="read">Reads a variable; null for those of this process.</param>
public sealed class EnvironmentVariableEngineSettings(Func<string, string?>? read = null) : IEngineSettings
{
    private readonly Func<string, string?> _read = read ?? Environment.GetEnvironmentVariable;

    /// <summary>The name of the variable that holds a setting.</summary>
    /// <param name="engine">The engine's name.</param>
    /// <param name="setting"><c>KEY</c>, <c>ENDPOINT</c> or <c>CONTACT</c>.</param>
    public static string NameOf(string engine, string setting) => $"WEBQA_{engine.ToUpperInvariant()}_{setting}";

    /// <inheritdoc/>
    public EngineSettings Find(string engine)
    {
        var variable = NameOf(engine, "ENDPOINT");
        Uri? endpoint = null;
        if (Value(variable) is { } text && (!Uri.TryCreate(text, UriKind.Absolute, out endpoint) || endpoint.Scheme is not ("http" or "https")))
        {
            throw new EngineFaultException(EngineFault.NotConfigured, $"{variable} is not a web address.", "Write it with http:// or https://, for example http://localhost:8888.");
        }
        return new EngineSettings { Endpoint = endpoint, Key = Value(NameOf(engine, "KEY")), Contact = Value(NameOf(engine, "CONTACT")) };
    }

    private string? Value(string variable) => _read(variable)?.Trim() is { Length: > 0 } value ? value : null;
}
