using System.Collections.Concurrent;
using WebQA.TextBrowser.Fetching.Guard;

namespace WebQA.TextBrowser.Search.Engines;

/// <summary>The HTTP clients by which engines are asked: one for each set of private origins, each guarded and without redirects. Thread-safe.</summary>
/// <param name="resolver">Finds addresses; null for the operating system's.</param>
/// <param name="dialler">Opens connections; null for TCP.</param>
public sealed class EngineClients(IHostResolver? resolver = null, IDialler? dialler = null) : IDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<HttpClient>> _clients = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The client that may ask these origins beyond the public web; not to be disposed.</summary>
    public HttpClient For(IReadOnlyList<string> privateOrigins) => _clients.GetOrAdd(string.Join(' ', privateOrigins), _ => new(() =>
    {
        var client = GuardedClient.Create(new GuardOptions { PrivateOrigins = privateOrigins }, resolver, dialler);
        client.Timeout = Timeout.InfiniteTimeSpan; // Each request has a deadline of its own.
        return client;
    })).Value;

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var client in _clients.Values.Where(static c => c.IsValueCreated))
        {
            client.Value.Dispose();
        }
    }
}
