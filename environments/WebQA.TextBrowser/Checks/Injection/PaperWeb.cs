using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace WebQA.TextBrowser.Checks.Injection;

/// <summary>Sites on paper behind the real guard: addresses that have a page answer, every other one goes the guarded way to a network that is on paper too.</summary>
/// <param name="guarded">The guarded way.</param>
internal sealed class PaperWeb(HttpMessageHandler guarded) : DelegatingHandler(guarded)
{
    private readonly Dictionary<string, (string Type, byte[] Body)> _pages = new(StringComparer.Ordinal);

    /// <summary>What was asked for, with method and address.</summary>
    public List<string> Requests { get; } = [];

    /// <summary>Requests that carried anything but an address: a body, cookies, a login.</summary>
    public int Carriers { get; private set; }

    public void Add(string url, string type, string body) => _pages[url] = (type, Encoding.UTF8.GetBytes(body));

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Requests.Add($"{request.Method} {request.RequestUri}");
        Carriers += request.Content is not null || request.Headers.Contains("Cookie") || request.Headers.Authorization is not null ? 1 : 0;
        if (!_pages.TryGetValue(request.RequestUri!.AbsoluteUri, out var page))
        {
            return await base.SendAsync(request, cancellationToken);
        }
        var content = new ByteArrayContent(page.Body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(page.Type);
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = content };
    }
}
