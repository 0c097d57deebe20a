using System.Net;
using System.Net.Sockets;

namespace WebQA.TextBrowser.Rendering;

/// <summary>
/// The only place that Chromium may connect to: a proxy on this machine that carries nothing. What a page asks for is answered by routing
/// before it becomes a connection; whatever is not routed (a preconnect, a shared worker, a socket) ends here, is refused and counted.
/// </summary>
internal sealed class RefusingProxy : IAsyncDisposable
{
    private const int MaxAtOnce = 16;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly byte[] Refusal = "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray();

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stopping = new();
    private readonly SemaphoreSlim _places = new(MaxAtOnce, MaxAtOnce);
    private readonly Task _accepting;
    private int _refused;

    /// <summary>Begins to listen on a free port of the loopback interface.</summary>
    public RefusingProxy()
    {
        _listener.Start();
        EndPoint = (IPEndPoint)_listener.LocalEndpoint;
        _accepting = AcceptAsync();
    }

    /// <summary>Where it listens.</summary>
    public IPEndPoint EndPoint { get; }

    /// <summary>Connections that were refused so far.</summary>
    public int Refused => Volatile.Read(ref _refused);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _listener.Stop();
        await _accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _listener.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_stopping.IsCancellationRequested)
        {
            await _places.WaitAsync(_stopping.Token);
            var client = await _listener.AcceptTcpClientAsync(_stopping.Token);
            Interlocked.Increment(ref _refused);
            _ = RefuseAsync(client);
        }
    }

    /// <summary>Waits for the first bytes, so that the refusal is an answer to them; reads no more and looks at none.</summary>
    private async Task RefuseAsync(TcpClient client)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(_stopping.Token);
        limit.CancelAfter(Patience);
        try
        {
            using (client)
            {
                var stream = client.GetStream();
                if (await stream.ReadAsync(new byte[4096], limit.Token) > 0)
                {
                    await stream.WriteAsync(Refusal, limit.Token);
                }
            }
        }
        catch (Exception error) when (error is IOException or SocketException or OperationCanceledException)
        {
            // It went away, or said nothing; it is refused either way.
        }
        finally
        {
            _places.Release();
        }
    }
}
