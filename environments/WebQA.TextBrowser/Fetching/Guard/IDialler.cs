using System.Net;
using System.Net.Sockets;

namespace WebQA.TextBrowser.Fetching.Guard;

/// <summary>Opens a connection to an address that was checked. Thread-safe.</summary>
public interface IDialler
{
    /// <summary>Connects; disposing the stream closes the connection.</summary>
    /// <exception cref="SocketException">The address cannot be reached.</exception>
    Task<Stream> DialAsync(IPEndPoint endPoint, CancellationToken cancellationToken);
}

/// <summary>TCP connections.</summary>
public sealed class SocketDialler : IDialler
{
    /// <inheritdoc/>
    public async Task<Stream> DialAsync(IPEndPoint endPoint, CancellationToken cancellationToken)
    {
        var socket = new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(endPoint, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
