namespace WebQA.TextBrowser.Search.Engines;

/// <summary>What a key is bound to: scheme, host and port of an address.</summary>
internal static class EngineOrigin
{
    /// <summary>The port always named, as the guard lists origins.</summary>
    public static string Of(Uri url) => $"{url.Scheme}://{url.Host}:{url.Port}";

    /// <summary>Whether both are at one place; never where there is no other.</summary>
    public static bool AreSame(Uri one, Uri? other) => other is not null && string.Equals(Of(one), Of(other), StringComparison.OrdinalIgnoreCase);
}
