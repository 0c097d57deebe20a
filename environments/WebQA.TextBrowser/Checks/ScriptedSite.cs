using System.Net;
using System.Text;
using System.Text.Json;

namespace WebQA.TextBrowser.Checks;

/// <summary>One site that answers as a case says; every other host goes the real, guarded way.</summary>
/// <param name="host">The site.</param>
/// <param name="server">Its answer: <c>status</c>, <c>location</c>, <c>headers</c>, <c>body</c>.</param>
/// <param name="others">The guarded way.</param>
internal sealed class ScriptedSite(string host, JsonElement server, HttpMessageHandler others) : DelegatingHandler(others)
{
    private int _hops;

    /// <summary>Requests that this site answered.</summary>
    public int Requests { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri!.Host != host)
        {
            return await base.SendAsync(request, cancellationToken);
        }
        Requests++;
        // A redirect to a page of its own that is to be read ends there.
        var isOk = request.RequestUri.AbsolutePath == "/ok";
        var response = new HttpResponseMessage(isOk ? HttpStatusCode.OK : (HttpStatusCode)server.GetProperty("status").GetInt32())
        {
            Content = new StringContent(CaseFile.Text(server, "body") ?? "<p>A page.</p>", Encoding.UTF8, "text/html"),
        };
        if (!isOk && CaseFile.Text(server, "location") is { } location)
        {
            response.Headers.TryAddWithoutValidation("Location", location.Replace("{n+1}", $"{++_hops}", StringComparison.Ordinal));
        }
        if (server.TryGetProperty("headers", out var headers))
        {
            foreach (var header in headers.EnumerateObject())
            {
                response.Headers.TryAddWithoutValidation(header.Name, header.Value.GetString());
            }
        }
        return response;
    }
}
