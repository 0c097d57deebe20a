namespace WebQA.Storage.Engines;

/// <summary>What to set for a kind of engine. A key that is not named stays as it is.</summary>
public sealed record EngineChange
{
    private const int LongestContact = 200, LongestEndpoint = 500, LongestKey = 1_000;

    /// <summary>Where it answers; empty for the engine's own address.</summary>
    public string? Endpoint { get; init; }

    /// <summary>The address it may write to; empty for none.</summary>
    public string? Contact { get; init; }

    /// <summary>A new key; empty to keep the one that is there.</summary>
    public string? NewKey { get; init; }

    /// <summary>Whether the key is taken away.</summary>
    public bool RemovesKey { get; init; }

    /// <summary>Never shows the key.</summary>
    public override string ToString() => $"{nameof(EngineChange)} {{ Endpoint = {Endpoint}, Contact = {Contact} }}";

    /// <summary>The change without blanks around its values.</summary>
    /// <exception cref="SettingRefusedException">A value cannot be used.</exception>
    internal EngineChange Checked()
    {
        var (endpoint, contact, key) = (Trimmed(Endpoint), Trimmed(Contact), Trimmed(NewKey));
        if (endpoint is not null)
        {
            Check(endpoint);
        }
        if (contact is not null && (contact.Length > LongestContact || contact.Any(char.IsControl)))
        {
            throw new SettingRefusedException($"The contact must be one line of at most {LongestContact} characters, for example name@your-domain.example.");
        }
        // A key travels in a header or an address, where nothing else is legal; most slips are a copied line break or name.
        if (key is not null && (key.Length > LongestKey || !key.All(c => c is > ' ' and <= '~')))
        {
            throw new SettingRefusedException(
                $"The key must be at most {LongestKey:N0} characters without blanks, line breaks or letters beyond ASCII. Copy it again from the provider's page.");
        }
        return new EngineChange { Endpoint = endpoint, Contact = contact, NewKey = RemovesKey ? null : key, RemovesKey = RemovesKey };
    }

    private static void Check(string endpoint)
    {
        if (endpoint.Length > LongestEndpoint
            || !Uri.TryCreate(endpoint, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || uri.Host.Length == 0)
        {
            throw new SettingRefusedException("The endpoint must be an address that begins with http:// or https://, for example http://127.0.0.1:8888.");
        }
        if (uri.UserInfo.Length > 0)
        {
            throw new SettingRefusedException("The endpoint must not hold a user name or password, since it is shown. Enter what is secret as the key.");
        }
    }

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
