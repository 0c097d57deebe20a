using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using WebQA.Core.Browsing;

namespace WebQA.TextBrowser.Search.Engines;

/// <summary>How one kind of search engine is asked and how its answers read: no connection, no state, no clock. Thread-safe.</summary>
public abstract class EngineProtocol
{
    /// <summary>The name in <c>environment.json</c> and in settings, for example <c>searxng</c>.</summary>
    public abstract string Name { get; }

    /// <summary>The name that people know, for example <c>SearXNG</c>.</summary>
    public abstract string Title { get; }

    /// <summary>What it can do and needs.</summary>
    public abstract EngineCapabilities Capabilities { get; }

    /// <summary>Its usual address; null where each has its own.</summary>
    /// <param name="language">The language asked for; null for the engine's own choice.</param>
    public virtual Uri? DefaultEndpoint(string? language) => null;

    /// <summary>The request for a search. A key goes into a header, never into the address.</summary>
    public abstract HttpRequestMessage CreateRequest(EngineRequest request);

    /// <summary>The results in an answer with a status of success, best first.</summary>
    /// <exception cref="EngineFaultException">It is not an answer, or one that reports a fault.</exception>
    /// <exception cref="System.Text.Json.JsonException">It is not JSON.</exception>
    public abstract IReadOnlyList<SearchResult> ReadResults(EngineReply reply, EngineRequest request);

    /// <summary>What an answer without success means where this engine means something of its own by it; null for what the status says.</summary>
    public virtual EngineFaultException? Explain(EngineReply reply, EngineRequest request) => null;

    /// <summary>Looser queries for the same words, where the engine gives only pages that have them all: stages, each with the queries whose results belong together. None where it ranks by itself.</summary>
    /// <param name="terms">Two or more words, without stop words.</param>
    public virtual IEnumerable<IReadOnlyList<string>> Looser(IReadOnlyList<string> terms) => [];

    /// <summary>A GET with a query string; parameters that are null are left out.</summary>
    protected static HttpRequestMessage Get(Uri address, params ReadOnlySpan<(string Name, string? Value)> parameters)
    {
        var query = new List<string>();
        foreach (var (name, value) in parameters)
        {
            if (value is not null)
            {
                query.Add($"{name}={Uri.EscapeDataString(value)}");
            }
        }
        var separator = address.Query.Length > 1 ? '&' : '?';
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"{address.GetLeftPart(UriPartial.Query)}{(query.Count == 0 ? string.Empty : separator)}{string.Join('&', query)}"));
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        return request;
    }

    /// <summary>A POST of JSON.</summary>
    protected static HttpRequestMessage Post(Uri address, JsonObject body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json") };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        return request;
    }

    /// <summary>The fault of an account without requests.</summary>
    protected EngineFaultException QuotaUsedUp(string why) =>
        new(EngineFault.QuotaUsedUp, $"{Title} answers no more: {why}", "Raise the plan's limit in your account there, or put another engine beside it.");

    /// <summary>The fault of too many requests.</summary>
    /// <param name="reply">The answer; its own pause goes first.</param>
    /// <param name="pause">How long to leave it alone where it does not say.</param>
    /// <param name="remedy">What the operator can do; null for what always helps.</param>
    protected EngineFaultException Throttled(EngineReply reply, TimeSpan? pause, string? remedy = null) => new(
        EngineFault.Throttled, $"{Title} asks for a pause (HTTP {(int)reply.Status}).", remedy ?? "Lower 'requestsPerMinute' of the engine in the environment, or raise the plan's in your account.",
        reply.RetryAfter ?? pause);

    /// <summary>The fault of a key that is not taken.</summary>
    protected EngineFaultException KeyRefused(EngineReply reply) =>
        new(EngineFault.Refused, $"{Title} does not take the key (HTTP {(int)reply.Status}).", "Copy the key from your account again, and check that its plan includes searching.");

    /// <summary>A number for a query string.</summary>
    protected static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>An address below a base: <c>http://host/base</c> and <c>search</c> give <c>http://host/base/search</c>; what already ends so stays.</summary>
    protected static Uri Below(Uri endpoint, string path)
    {
        var root = endpoint.GetLeftPart(UriPartial.Path).TrimEnd('/');
        return new Uri(root.EndsWith($"/{path}", StringComparison.OrdinalIgnoreCase) ? root : $"{root}/{path}");
    }
}
