using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using WebQA.TextBrowser.Fetching.Guard;

namespace WebQA.TextBrowser.Checks;

/// <summary>A network that exists on paper: names have the addresses that a case gives, and every dial is written down. No socket is ever opened.</summary>
internal sealed class ScriptedNetwork : IHostResolver, IDialler
{
    private static readonly IPAddress SomePublicAddress = IPAddress.Parse("93.184.216.34");

    private readonly IReadOnlyList<IPAddress>[] _answers;
    private readonly List<IPEndPoint> _dials = [];
    private readonly bool _sendsOn;
    private int _asked;

    /// <param name="answers">The resolver's answers in order, the last one again and again; null for a public address always.</param>
    /// <param name="sendsOn">Whether a reached site redirects to another page of its own; otherwise nothing can be reached.</param>
    public ScriptedNetwork(JsonElement? answers, bool sendsOn)
    {
        _answers = answers is { } lists
            ? [.. lists.EnumerateArray().Select(list => (IReadOnlyList<IPAddress>)[.. list.EnumerateArray().Select(a => IPAddress.Parse(a.GetString()!))])]
            : [[SomePublicAddress]];
        _sendsOn = sendsOn;
    }

    public IReadOnlyList<IPEndPoint> Dials => _dials;

    public int TimesAsked => _asked;

    public Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancellationToken) =>
        Task.FromResult(_answers[Math.Min(_asked++, _answers.Length - 1)]);

    public Task<Stream> DialAsync(IPEndPoint endPoint, CancellationToken cancellationToken)
    {
        _dials.Add(endPoint);
        return _sendsOn
            ? Task.FromResult<Stream>(new ScriptedConnection("HTTP/1.1 302 Found\r\nLocation: /next\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray()))
            : Task.FromException<Stream>(new SocketException((int)SocketError.ConnectionRefused));
    }

    /// <summary>Takes whatever is sent, and answers with what it was given.</summary>
    private sealed class ScriptedConnection(byte[] answer) : MemoryStream(answer, writable: false)
    {
        public override bool CanWrite => true;

        public override void Write(ReadOnlySpan<byte> buffer)
        {
        }

        public override void Write(byte[] buffer, int offset, int count)
        {
        }

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => Task.CompletedTask;

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.CompletedTask;
    }
}
