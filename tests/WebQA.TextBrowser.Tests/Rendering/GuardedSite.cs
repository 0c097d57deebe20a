using System.Collections.Concurrent;
using System.Net;
using System.Text;
using WebQA.Core.Browsing;
using WebQA.TextBrowser.Fetching.Guard;
using WebQA.TextBrowser.Fetching.Http;

namespace WebQA.TextBrowser.Tests.Rendering;

/// <summary>A public site made of a few files, fetched as live webs are. All that is not one of them goes through the real guard, whose resolver answers with this machine and whose dials are counted.</summary>
internal sealed class GuardedSite : DelegatingHandler, IHostResolver, IDialler
{
    public const string Host = "site.example";

    private readonly Dictionary<string, (string Type, string Body)> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _redirects = new(StringComparer.Ordinal);
    private readonly SocketDialler _sockets = new();
    private int _dials;

    public GuardedSite()
    {
        var options = new GuardOptions();
        InnerHandler = new GuardedConnections(options, this, this).CreateHandler();
        Fetcher = new HttpPageFetcher(new UrlRules(options), new HttpMessageInvoker(this), new HttpLimits(), TimeProvider.System);
    }

    public IPageFetcher Fetcher { get; }

    /// <summary>What the guard let through as far as a look-up or a connection.</summary>
    public int Dials => Volatile.Read(ref _dials);

    /// <summary>Names that were looked up.</summary>
    public ConcurrentQueue<string> Resolved { get; } = new();

    public ConcurrentQueue<HttpRequestMessage> Requests { get; } = new();

    public GuardedSite File(string path, string type, string body)
    {
        _files[path] = (type, body);
        return this;
    }

    public GuardedSite Redirect(string path, string target)
    {
        _redirects[path] = target;
        return this;
    }

    public Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancellationToken)
    {
        Resolved.Enqueue(host);
        return Task.FromResult<IReadOnlyList<IPAddress>>([IPAddress.Loopback]);
    }

    public Task<Stream> DialAsync(IPEndPoint endPoint, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _dials);
        return _sockets.DialAsync(endPoint, cancellationToken); // a leak would really arrive
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Requests.Enqueue(request);
        var (host, path) = (request.RequestUri!.Host, request.RequestUri.AbsolutePath);
        if (host != Host)
        {
            return base.SendAsync(request, cancellationToken);
        }
        if (_redirects.TryGetValue(path, out var target))
        {
            var redirect = new HttpResponseMessage(HttpStatusCode.Found) { Content = new ByteArrayContent([]) };
            redirect.Headers.TryAddWithoutValidation("Location", target);
            return Task.FromResult(redirect);
        }
        return Task.FromResult(_files.TryGetValue(path, out var file)
            ? new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(file.Body, Encoding.UTF8, file.Type) }
            : new HttpResponseMessage(HttpStatusCode.NotFound) { Content = new ByteArrayContent([]) });
    }
}
