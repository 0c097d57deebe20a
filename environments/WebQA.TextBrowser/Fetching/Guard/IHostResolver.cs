using System.Net;
using System.Net.Sockets;

namespace WebQA.TextBrowser.Fetching.Guard;

/// <summary>Finds the addresses of a host's name. Thread-safe.</summary>
public interface IHostResolver
{
    /// <summary>All its addresses; none where there is no such name.</summary>
    /// <exception cref="SocketException">Nobody could be asked, or nobody answered.</exception>
    Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancellationToken);
}

/// <summary>The operating system's resolver.</summary>
public sealed class SystemHostResolver : IHostResolver
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancellationToken)
    {
        try
        {
            return await Dns.GetHostAddressesAsync(host, cancellationToken);
        }
        catch (SocketException e) when (e.SocketErrorCode is SocketError.HostNotFound or SocketError.NoData)
        {
            return [];
        }
    }
}
