using System.Net;
using System.Net.Sockets;
using WebQA.TextBrowser.Fetching.Http;

namespace WebQA.TextBrowser.Fetching.Guard;

/// <summary>Opens connections to checked addresses only: a name is resolved once, and what was checked is what is dialled, so a second answer of the resolver cannot slip in.</summary>
/// <param name="options">What the operator allows.</param>
/// <param name="resolver">Finds the addresses of names; null for the operating system's.</param>
/// <param name="dialler">Opens the connection; null for TCP.</param>
public sealed class GuardedConnections(GuardOptions options, IHostResolver? resolver = null, IDialler? dialler = null)
{
    private readonly IHostResolver _resolver = resolver ?? new SystemHostResolver();
    private readonly IDialler _dialler = dialler ?? new SocketDialler();

    /// <summary>A handler whose every connection goes this way: no proxy, no cookies, no redirects of its own, nothing decompressed.</summary>
    public SocketsHttpHandler CreateHandler() => new()
    {
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        ConnectTimeout = options.Connect,
        MaxResponseHeadersLength = 64,
        PooledConnectionLifetime = TimeSpan.FromMinutes(1),
        PlaintextStreamFilter = static (context, _) => ValueTask.FromResult<Stream>(new FramedStream(context.PlaintextStream)),
        ConnectCallback = async (context, token) => await ConnectAsync(context.InitialRequestMessage.RequestUri!.Scheme, context.DnsEndPoint, token),
    };

    /// <summary>Connects to a host.</summary>
    /// <exception cref="GuardRefusedException">Its name has no address, or one that is not on the public web.</exception>
    /// <exception cref="SocketException">None of its addresses could be reached.</exception>
    public async Task<Stream> ConnectAsync(string scheme, DnsEndPoint endPoint, CancellationToken cancellationToken)
    {
        var addresses = await AddressesAsync(endPoint.Host, cancellationToken);
        var host = endPoint.Host.Contains(':', StringComparison.Ordinal) && !endPoint.Host.StartsWith('[') ? $"[{endPoint.Host}]" : endPoint.Host;
        var isAllowed = options.IsPrivateOrigin($"{scheme}://{host}:{endPoint.Port}");
        // One private address among public ones is refused too: nobody sends it by mistake.
        if (!isAllowed && !addresses.All(PublicAddress.Is))
        {
            throw new GuardRefusedException(GuardRefusal.Private, $"{endPoint.Host} leads to an address that is not on the public web, so it is not opened.");
        }
        SocketException? fault = null;
        foreach (var address in addresses)
        {
            try
            {
                return await _dialler.DialAsync(new IPEndPoint(address, endPoint.Port), cancellationToken);
            }
            catch (SocketException e)
            {
                fault = e;
            }
        }
        throw fault!;
    }

    private async Task<IReadOnlyList<IPAddress>> AddressesAsync(string host, CancellationToken cancellationToken)
    {
        IReadOnlyList<IPAddress> addresses = IPAddress.TryParse(host, out var literal) ? [literal] : await _resolver.ResolveAsync(host, cancellationToken);
        return addresses.Count > 0
            ? addresses
            : throw new GuardRefusedException(GuardRefusal.NoSuchHost, $"There is no site {host}: its name has no address. Check the spelling, or try another link.");
    }
}
