namespace WebQA.TextBrowser.Fetching.Guard;

/// <summary>What an operator allows beyond the public web's usual places.</summary>
public sealed record GuardOptions
{
    /// <summary>Ports that pages are read from. The default is 80 and 443.</summary>
    public IReadOnlyList<int> Ports { get; init; } = [80, 443];

    /// <summary>Origins that are opened although they are not on the public web, for example <c>http://localhost:8888</c>; the port is always named.</summary>
    public IReadOnlyList<string> PrivateOrigins { get; init; } = [];

    /// <summary>Longest wait for a connection, the look-up of the name included. The default is 5 seconds.</summary>
    public TimeSpan Connect { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Whether an origin (scheme, host and port) is listed.</summary>
    public bool IsPrivateOrigin(string origin) => PrivateOrigins.Contains(origin, StringComparer.OrdinalIgnoreCase);
}
