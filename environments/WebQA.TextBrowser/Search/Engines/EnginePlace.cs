namespace WebQA.TextBrowser.Search.Engines;

/// <summary>Where an engine is asked now, by whom, and with what key: the environment's definition first, then the operator's settings, then the engine's usual address.</summary>
/// <param name="Endpoint">Where it is asked.</param>
/// <param name="Key">The key; null without one, and always where the engine has none.</param>
/// <param name="Contact">For the User-Agent; null without one.</param>
/// <param name="PrivateOrigins">Origins that may be asked although they are not on the public web.</param>
internal sealed record EnginePlace(Uri Endpoint, string? Key, string? Contact, IReadOnlyList<string> PrivateOrigins)
{
    /// <summary>Finds it.</summary>
    /// <exception cref="EngineFaultException">Something is missing or cannot be.</exception>
    public static EnginePlace Find(EngineProtocol protocol, EngineOptions options, IEngineSettings settings)
    {
        var own = settings.Find(protocol.Name);
        var usual = protocol.DefaultEndpoint(options.Language);
        var endpoint = options.Endpoint ?? own.Endpoint ?? usual ?? throw Missing(protocol, "address", "ENDPOINT");
        // An environment's folder may come from anybody: it cannot have the operator's key sent to an address of its own.
        // A key that was given for the operator's own address is not one for the usual address.
        var isTrusted = EngineOrigin.AreSame(endpoint, own.Endpoint ?? usual);
        if (own.Key is not null && !isTrusted)
        {
            throw new EngineFaultException(
                EngineFault.NotConfigured, $"The environment asks {protocol.Title} at {endpoint.Authority}, but the key in the settings was not given for that address.",
                $"To send the key there, set {EnvironmentVariableEngineSettings.NameOf(protocol.Name, "ENDPOINT")} to {endpoint.GetLeftPart(UriPartial.Path)} too.");
        }
        if (own.Key is null && protocol.Capabilities.NeedsKey)
        {
            throw Missing(protocol, "key", "KEY");
        }
        if (own.Key?.Any(static c => c is <= ' ' or > '~') == true)
        {
            throw new EngineFaultException(EngineFault.NotConfigured, $"The key of {protocol.Title} holds a space or another character that no key has.", "Copy it again, whole and alone.");
        }
        // What the operator entered is allowed by that; what an environment names must be listed in it.
        IReadOnlyList<string> origins = own.Endpoint is { } entered ? [.. options.PrivateOrigins, EngineOrigin.Of(entered)] : options.PrivateOrigins;
        return new EnginePlace(endpoint, own.Key, InParentheses(own.Contact), origins);
    }

    /// <summary>In the parentheses of a User-Agent.</summary>
    private static string? InParentheses(string? contact) =>
        string.Concat((contact ?? string.Empty).Where(static c => c is > ' ' and <= '~' and not ('(' or ')'))) is { Length: > 0 } clean ? clean : null;

    private static EngineFaultException Missing(EngineProtocol protocol, string what, string setting) => new(
        EngineFault.NotConfigured, $"{protocol.Title} has no {what} yet.", $"Enter its {what} in the settings, or set {EnvironmentVariableEngineSettings.NameOf(protocol.Name, setting)}.");
}
