using System.Net;

namespace WebQA.LabelingUi.Hosting;

/// <summary>Where the app listens, by which names it may be called, and so whether people must sign in.</summary>
/// <remarks>On this machine alone it is one person's, without sign-in; as soon as others can reach it, nobody sees anything before signing in.</remarks>
internal sealed class Listening
{
    public const string DefaultUrl = "http://127.0.0.1:5080";

    /// <summary>Asks for sign-in on this machine too, for example behind a proxy that others can reach.</summary>
    public const string Setting = "SignIn:Required";

    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);

    private Listening(IReadOnlyList<string> urls, bool requiresSignIn)
    {
        Urls = urls;
        RequiresSignIn = requiresSignIn;
    }

    /// <summary>The addresses to listen on.</summary>
    public IReadOnlyList<string> Urls { get; }

    /// <summary>Whether people must sign in.</summary>
    public bool RequiresSignIn { get; }

    /// <summary>Addresses that others can reach and whose traffic can be read on the way.</summary>
    public IReadOnlyList<string> Unencrypted { get; private init; } = [];

    /// <summary>Reads where to listen.</summary>
    /// <exception cref="ListenRefusedException">Something is no address, or no yes or no.</exception>
    public static Listening Read(IConfiguration configuration)
    {
        var asked = configuration["urls"];
        var urls = string.IsNullOrWhiteSpace(asked)
            ? [DefaultUrl]
            : asked.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var endpoints = configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(e => e["Url"]).OfType<string>();
        var elsewhere = urls.Concat(endpoints).Select(Parse).Where(a => !IsLoopback(a.Host)).ToList();
        var listening = new Listening(urls, elsewhere.Count > 0 || IsRequired(configuration))
        {
            Unencrypted = [.. elsewhere.Where(a => a.Scheme == Uri.UriSchemeHttp).Select(a => a.ToString())],
        };
        if (listening.RequiresSignIn)
        {
            listening._names.UnionWith(elsewhere.Select(a => a.Host));
            listening._names.UnionWith((configuration["AllowedHosts"] ?? string.Empty).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
            listening._names.Add(Dns.GetHostName());
        }
        return listening;
    }

    /// <summary>Whether a host name means this machine and cannot mean another.</summary>
    public static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address);

    /// <summary>Whether a request may call the app by this name. Any number is fine where people sign in: only a name can be rebound to this machine.</summary>
    public bool AnswersTo(string host) =>
        IsLoopback(host) || RequiresSignIn && (_names.Contains(host) || IPAddress.TryParse(host.Trim('[', ']'), out _));

    private static BindingAddress Parse(string url)
    {
        try
        {
            return BindingAddress.Parse(url);
        }
        catch (FormatException)
        {
            throw new ListenRefusedException($"'{url}' is not an address to listen on. Give one such as {DefaultUrl}.");
        }
    }

    private static bool IsRequired(IConfiguration configuration) => configuration[Setting] switch
    {
        null or "" => false,
        var text when bool.TryParse(text, out var isRequired) => isRequired,
        var text => throw new ListenRefusedException($"{Setting} is '{text}'. Give true or false."),
    };
}

/// <summary>The app will not listen there; the message says what to do.</summary>
internal sealed class ListenRefusedException(string message) : Exception(message);
