using System.Globalization;

namespace WebQA.TextBrowser.Fetching.Guard;

/// <summary>What may be asked for at all, before any name is resolved: http and https, usual ports, hosts of the public web, no passwords.</summary>
/// <remarks>Reads a URL as browsers do (WHATWG URL), because <see cref="Uri"/> takes some spellings of addresses for names.</remarks>
public sealed class UrlRules(GuardOptions options)
{
    /// <summary>Longest URL, in characters.</summary>
    public const int MaxLength = 8192;

    /// <summary>The URL in its usual spelling.</summary>
    /// <exception cref="GuardRefusedException">It breaks a rule.</exception>
    public Uri Check(string url)
    {
        if (url.Length > MaxLength)
        {
            throw Refuse(GuardRefusal.TooLong, $"The address has {url.Length:N0} characters; at most {MaxLength:N0} are read.");
        }
        var (scheme, rest) = Split(Clean(url));
        var authorityEnd = rest.AsSpan().IndexOfAny('/', '?', '#') is >= 0 and var end ? end : rest.Length;
        var authority = rest[..authorityEnd];
        var at = authority.LastIndexOf('@');
        var (hostText, portText) = HostAndPort(authority[(at + 1)..]);
        var host = HostName.Parse(hostText) ?? throw Invalid();
        var port = Port(portText, scheme);
        var origin = $"{scheme}://{host.InUrl}:{port}";
        if (host.IsPrivate && !options.IsPrivateOrigin(origin))
        {
            throw Refuse(GuardRefusal.Private, $"{host.Name} is not on the public web, so it is not opened. An operator can allow it under 'privateOrigins' of the environment.");
        }
        if (at >= 0)
        {
            throw Refuse(GuardRefusal.Credentials, "The address holds a name or password, which is never sent. Leave out what stands before the @.");
        }
        if (!options.Ports.Contains(port) && !options.IsPrivateOrigin(origin))
        {
            throw Refuse(GuardRefusal.Port, $"Port {port} is not one that pages are read from ({string.Join(", ", options.Ports)}).");
        }
        return Uri.TryCreate(origin + (authorityEnd < rest.Length && rest[authorityEnd] == '/' ? string.Empty : "/") + rest[authorityEnd..], UriKind.Absolute, out var parsed)
            ? parsed
            : throw Invalid();
    }

    /// <summary>Whether a URL is of a private origin that is listed; one that breaks a rule is not.</summary>
    public bool IsPrivate(string url)
    {
        try
        {
            var uri = Check(url);
            return options.IsPrivateOrigin($"{uri.Scheme}://{uri.Host}:{uri.Port}");
        }
        catch (GuardRefusedException)
        {
            return false;
        }
    }

    private static string Clean(string url) =>
        string.Concat(url.Where(c => c is not ('\t' or '\r' or '\n'))).Trim([.. Enumerable.Range(0, 33).Select(c => (char)c)]);

    private static (string Scheme, string AfterScheme) Split(string url)
    {
        var colon = url.IndexOf(':', StringComparison.Ordinal);
        var scheme = url.StartsWith("//", StringComparison.Ordinal) || url.StartsWith(@"\\", StringComparison.Ordinal) ? "http"
            : colon > 0 && url.AsSpan(0, colon).IndexOfAnyExcept(SchemeCharacters) < 0 ? url[..colon].ToLowerInvariant()
            : string.Empty;
        if (scheme is not ("http" or "https"))
        {
            throw Refuse(GuardRefusal.Scheme, scheme.Length == 0 ? "That is no web address: it must begin with http:// or https://." : $"Addresses that begin with '{scheme}:' are not opened; only http and https are.");
        }
        var rest = url.StartsWith(scheme + ":", StringComparison.OrdinalIgnoreCase) ? url[(scheme.Length + 1)..] : url;
        var query = rest.AsSpan().IndexOfAny('?', '#') is >= 0 and var found ? found : rest.Length;
        return (scheme, rest[..query].Replace('\\', '/').TrimStart('/') + rest[query..]);
    }

    private static (string Host, string Port) HostAndPort(string text)
    {
        var colon = text.IndexOf(':', Math.Max(0, text.LastIndexOf(']')));
        return colon < 0 ? (text, string.Empty) : (text[..colon], text[(colon + 1)..]);
    }

    private static int Port(string text, string scheme) => text.Length == 0 ? scheme == "https" ? 443 : 80
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= 65_535 ? port
        : throw Invalid();

    private static GuardRefusedException Invalid() => Refuse(GuardRefusal.InvalidUrl, "That is no web address: its host or port cannot be read.");

    private static GuardRefusedException Refuse(GuardRefusal refusal, string message) => new(refusal, message);

    private static readonly System.Buffers.SearchValues<char> SchemeCharacters =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.");
}
