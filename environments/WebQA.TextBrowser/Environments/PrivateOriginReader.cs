using System.Text.RegularExpressions;
using WebQA.TextBrowser.Fetching.Guard;

namespace WebQA.TextBrowser.Environments;

/// <summary>Reads the origins that an environment may be read from although they are not on the public web.</summary>
internal static partial class PrivateOriginReader
{
    private const string Key = "privateOrigins";

    /// <summary>The origins as the guard compares them: usual spelling of the host, the port always named.</summary>
    public static IReadOnlyList<string> Read(JsonFields fields)
    {
        var origins = new List<string>();
        foreach (var text in fields.Texts(Key, isRequired: false, "[\"http://localhost:8080\"]"))
        {
            if (Pattern().Match(text) is { Success: true } match && HostName.Parse(match.Groups["host"].Value) is { } host)
            {
                var scheme = match.Groups["scheme"].Value;
                var port = match.Groups["port"] is { Success: true } named ? named.Value : scheme == "https" ? "443" : "80";
                origins.Add($"{scheme}://{host.InUrl}:{port}");
            }
            else
            {
                fields.Add(Key, $"holds '{text}', which is not an origin; write scheme, host and port in lower case without a path, for example \"http://localhost:8080\"");
            }
        }
        return origins;
    }

    [GeneratedRegex(
        @"^(?<scheme>https?)://(?<host>[a-z0-9]([a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:.]+\])"
        + "(:(?<port>[1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5]))?$",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
