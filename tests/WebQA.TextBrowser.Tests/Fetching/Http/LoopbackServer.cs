using System.Net;
using System.Net.Sockets;
using System.Text;

namespace WebQA.TextBrowser.Tests.Fetching.Http;

/// <summary>A real server on loopback that answers each connection with the same bytes, pausing between its parts.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stopping = new();
    private readonly Task _serving;

    public LoopbackServer(TimeSpan pause, params byte[][] parts)
    {
        _listener.Start();
        _serving = ServeAsync(pause, parts);
    }

    public LoopbackServer(string head, byte[] body)
        : this(TimeSpan.Zero, Encoding.ASCII.GetBytes($"{head}\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n"), body)
    {
    }

    public int Connections { get; private set; }

    public Uri Url => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/page");

    public string Origin => $"http://127.0.0.1:{Url.Port}";

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _listener.Stop();
        await _serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _listener.Dispose();
        _stopping.Dispose();
    }

    private async Task ServeAsync(TimeSpan pause, byte[][] parts)
    {
        while (true)
        {
            using var client = await _listener.AcceptTcpClientAsync(_stopping.Token);
            Connections++;
            await using var stream = client.GetStream();
            var request = new byte[16 * 1024];
            _ = await stream.ReadAsync(request, _stopping.Token);
            try
            {
                foreach (var part in parts)
                {
                    await stream.WriteAsync(part, _stopping.Token);
                    await Task.Delay(pause, _stopping.Token);
                }
            }
            catch (IOException)
            {
                // The client has had enough.
            }
        }
    }
}
