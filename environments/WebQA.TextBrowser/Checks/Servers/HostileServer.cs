using System.Net;
using System.Net.Sockets;
using System.Text;
using WebQA.TextBrowser.Fetching.Guard;

namespace WebQA.TextBrowser.Checks.Servers;

/// <summary>A server on loopback that misbehaves as a case says, and the network that leads every name to it: no socket goes anywhere else.</summary>
/// <remarks>The path <c>/well</c> is always answered well.</remarks>
internal sealed class HostileServer : IHostResolver, IDialler, IAsyncDisposable
{
    private static readonly IPAddress SomePublicAddress = IPAddress.Parse("93.184.216.34");

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stopping = new();
    private readonly Func<HostileConnection, Task> _answer;
    private readonly Func<Stream, Task<Stream>>? _secure;
    private readonly List<string> _requests = [];
    private readonly List<Task> _serving = [];
    private readonly Lock _lock = new();
    private readonly Task _accepting;

    /// <param name="answer">Answers a request.</param>
    /// <param name="secure">Lays TLS over a connection; null for none.</param>
    public HostileServer(Func<HostileConnection, Task> answer, Func<Stream, Task<Stream>>? secure = null)
    {
        (_answer, _secure) = (answer, secure);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>Connections so far.</summary>
    public int Connections { get; private set; }

    /// <summary>Bytes that could be sent so far.</summary>
    public long Sent { get; private set; }

    /// <summary>The heads of all requests but those for <c>/well</c>.</summary>
    public IReadOnlyList<string> Requests
    {
        get
        {
            lock (_lock)
            {
                return [.. _requests];
            }
        }
    }

    public Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<IPAddress>>([SomePublicAddress]);

    public Task<Stream> DialAsync(IPEndPoint endPoint, CancellationToken cancellationToken) =>
        new SocketDialler().DialAsync((IPEndPoint)_listener.LocalEndpoint, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _listener.Stop();
        await _accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Task.WhenAll(_serving).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _listener.Dispose();
        _stopping.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            var client = await _listener.AcceptTcpClientAsync(_stopping.Token);
            Connections++;
            _serving.Add(ServeAsync(client));
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var owned = client;
        await using var stream = _secure is null ? client.GetStream() : await _secure(client.GetStream());
        var connection = new HostileConnection(stream, bytes => Sent += bytes, _stopping.Token);
        while (connection.IsOpen && await HeadAsync(stream) is { Length: > 0 } head)
        {
            connection.Path = head.Split(' ')[1];
            connection.Host = head.Split("\r\nHost: ")[1].Split("\r\n")[0];
            if (connection.Path == "/well")
            {
                await connection.SendPageAsync("<p>All is well.</p>");
                continue;
            }
            lock (_lock)
            {
                _requests.Add(head);
            }
            await _answer(connection);
        }
    }

    private async Task<string> HeadAsync(Stream stream)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            if (await stream.ReadAsync(one, _stopping.Token) == 0)
            {
                return string.Empty;
            }
            head.Append((char)one[0]);
        }
        return head.ToString();
    }
}
