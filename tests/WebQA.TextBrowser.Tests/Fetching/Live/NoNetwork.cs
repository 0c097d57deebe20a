using System.Net;
using System.Net.Sockets;
using WebQA.TextBrowser.Fetching.Guard;

namespace WebQA.TextBrowser.Tests.Fetching.Live;

/// <summary>A machine whose network cable is out: no name server answers, and no address can be reached.</summary>
/// <param name="hangs">Whether nothing even fails: questions stay without an answer.</param>
internal sealed class NoNetwork(bool hangs = false) : IHostResolver, IDialler
{
    public async Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancellationToken)
    {
        if (hangs)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        }
        throw new SocketException((int)SocketError.TryAgain);
    }

    public Task<Stream> DialAsync(IPEndPoint endPoint, CancellationToken cancellationToken) =>
        Task.FromException<Stream>(new SocketException((int)SocketError.NetworkUnreachable));
}
