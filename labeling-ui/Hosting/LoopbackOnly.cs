using System.Net;

namespace WebQA.LabelingUi.Hosting;

/// <summary>Decides where the app listens: on this machine alone, since it has no sign-in.</summary>
internal static class LoopbackOnly
{
    public const string DefaultUrl = "http://127.0.0.1:5080";

    /// <summary>The addresses to listen on.</summary>
    /// <exception cref="ListenRefusedException">One of them can be reached from other machines, or is no address.</exception>
    public static string[] Urls(IConfiguration configuration)
    {
        var asked = configuration["urls"];
        var urls = string.IsNullOrWhiteSpace(asked)
            ? [DefaultUrl]
            : asked.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var endpoints = configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(e => e["Url"]).OfType<string>();
        foreach (var url in urls.Concat(endpoints))
        {
            Check(url);
        }
        return urls;
    }

    /// <summary>Whether a host name means this machine and cannot mean another.</summary>
    public static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address);

    private static void Check(string url)
    {
        BindingAddress address;
        try
        {
            address = BindingAddress.Parse(url);
        }
        catch (FormatException)
        {
            throw new ListenRefusedException($"'{url}' is not an address to listen on. Give one such as {DefaultUrl}.");
        }
        if (!IsLoopback(address.Host))
        {
            throw new ListenRefusedException(
                $"'{url}' can be reached from other machines, and WebQA has no sign-in yet. Listen on this machine only, for example --urls {DefaultUrl}, "
                + "and reach it from elsewhere through an SSH tunnel.");
        }
    }
}

/// <summary>The app will not listen there; the message says what to do.</summary>
internal sealed class ListenRefusedException(string message) : Exception(message);
