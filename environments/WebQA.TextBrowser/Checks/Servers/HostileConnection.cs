using System.Text;

namespace WebQA.TextBrowser.Checks.Servers;

/// <summary>The server's end of a connection.</summary>
/// <param name="stream">To the client.</param>
/// <param name="onSent">Told of the bytes that went out.</param>
/// <param name="stopping">Ends every wait.</param>
internal sealed class HostileConnection(Stream stream, Action<int> onSent, CancellationToken stopping)
{
    /// <summary>A tenth of a second stands for a second, here as in the limits of the fetcher.</summary>
    public static readonly TimeSpan Second = TimeSpan.FromMilliseconds(100);

    /// <summary>What is asked for.</summary>
    public string Path { get; set; } = "/";

    /// <summary>Whose page it is.</summary>
    public string Host { get; set; } = string.Empty;

    /// <summary>Whether another request may follow.</summary>
    public bool IsOpen { get; private set; } = true;

    public Task SendAsync(string text) => SendAsync(Encoding.Latin1.GetBytes(text));

    public async Task SendAsync(ReadOnlyMemory<byte> bytes)
    {
        await stream.WriteAsync(bytes, stopping);
        onSent(bytes.Length);
    }

    /// <summary>Sends the same bytes again and again, until the client has had enough or the number is reached.</summary>
    public async Task RepeatAsync(ReadOnlyMemory<byte> bytes, TimeSpan pause, long times = long.MaxValue)
    {
        for (long i = 0; i < times; i++)
        {
            await SendAsync(bytes);
            if (pause > TimeSpan.Zero)
            {
                await WaitAsync(pause);
            }
        }
    }

    /// <summary>A whole answer, after which another request may come.</summary>
    public Task SendPageAsync(string html, string head = "200 OK\r\nContent-Type: text/html; charset=utf-8") =>
        SendAsync($"HTTP/1.1 {head}\r\nContent-Length: {html.Length}\r\n\r\n{html}");

    /// <summary>A head and the beginning of a body whose end is the end of the connection.</summary>
    public async Task SendLastAsync(string head, ReadOnlyMemory<byte> body)
    {
        await SendAsync($"HTTP/1.1 {head}\r\nConnection: close\r\n\r\n");
        await SendAsync(body);
        IsOpen = false;
    }

    /// <summary>Ends the connection after what was sent.</summary>
    public void Close() => IsOpen = false;

    public Task WaitAsync(TimeSpan time) => Task.Delay(time, TimeProvider.System, stopping);

    public Task WaitForEverAsync() => WaitAsync(Timeout.InfiniteTimeSpan);
}
