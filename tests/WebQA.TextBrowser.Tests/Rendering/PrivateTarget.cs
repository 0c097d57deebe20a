using System.Net;
using System.Net.Sockets;

namespace WebQA.TextBrowser.Tests.Rendering;

/// <summary>Real sockets on this machine that no page may reach: one of TCP and one of UDP at the same port. Whatever reaches them is counted.</summary>
internal sealed class PrivateTarget : IDisposable
{
    private readonly TcpListener _tcp = new(IPAddress.Loopback, 0);
    private readonly UdpClient _udp;
    private int _connections;
    private int _datagrams;

    public PrivateTarget()
    {
        _tcp.Start();
        Port = ((IPEndPoint)_tcp.LocalEndpoint).Port;
        _udp = new UdpClient(new IPEndPoint(IPAddress.Loopback, Port));
        _ = AcceptAsync();
        _ = ReceiveAsync();
    }

    public int Port { get; }

    public string Host => $"127.0.0.1:{Port}";

    public int Connections => Volatile.Read(ref _connections);

    public int Datagrams => Volatile.Read(ref _datagrams);

    public void Dispose()
    {
        _tcp.Dispose();
        _udp.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            using var client = await _tcp.AcceptTcpClientAsync();
            Interlocked.Increment(ref _connections);
        }
    }

    private async Task ReceiveAsync()
    {
        while (true)
        {
            await _udp.ReceiveAsync();
            Interlocked.Increment(ref _datagrams);
        }
    }
}
