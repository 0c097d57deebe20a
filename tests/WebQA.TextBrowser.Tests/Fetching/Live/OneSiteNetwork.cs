using System.Net;
using WebQA.TextBrowser.Fetching.Guard;

namespace WebQA.TextBrowser.Tests.Fetching.Live;

/// <summary>A network in which every name has a public address that leads to one site on loopback.</summary>
internal sealed class OneSiteNetwork(TestSite site) : IHostResolver, IDialler
{
    public Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<IPAddress>>([IPAddress.Parse("93.184.216.34")]);

    public Task<Stream> DialAsync(IPEndPoint endPoint, CancellationToken cancellationToken) =>
        new SocketDialler().DialAsync(new IPEndPoint(IPAddress.Loopback, new Uri(site.Origin).Port), cancellationToken);
}
