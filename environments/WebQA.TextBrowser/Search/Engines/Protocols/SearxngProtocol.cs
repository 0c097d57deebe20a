using System.Net;
using System.Text.Json;
using WebQA.Core.Browsing;

namespace WebQA.TextBrowser.Search.Engines.Protocols;

/// <summary>SearXNG, the metasearch engine that one runs oneself: <c>GET {base}/search?q=…&amp;format=json</c>, no key.</summary>
public sealed class SearxngProtocol : EngineProtocol
{
    /// <inheritdoc/>
    public override string Name => "searxng";

    /// <inheritdoc/>
    public override string Title => "SearXNG";

    /// <inheritdoc/>
    public override EngineCapabilities Capabilities { get; } = new() { HasOperators = true, HasPaging = true, HasLanguages = true, NeedsEndpoint = true };

    /// <inheritdoc/>
    public override HttpRequestMessage CreateRequest(EngineRequest request) =>
        Get(Below(request.Endpoint, "search"), ("q", request.Query), ("format", "json"), ("language", request.Language));

    /// <inheritdoc/>
    public override IReadOnlyList<SearchResult> ReadResults(EngineReply reply, EngineRequest request)
    {
        var json = EngineJson.Read(reply);
        if (json.At("results").ValueKind != JsonValueKind.Array)
        {
            throw new JsonException("It has no 'results'.");
        }
        SearchResult[] results = [.. json.Items("results").Select(static r => new SearchResult(ResultText.OneLine(r.Text("title")), r.Text("url"), ResultText.OfHtml(r.Text("content"))))];
        var silent = Silent(json);
        // Nothing from engines that did not answer is not the same as nothing found.
        return results.Length > 0 || silent.Count == 0
            ? results
            : throw new EngineFaultException(
                EngineFault.ServerError, $"SearXNG at {request.Endpoint.Authority} found nothing because its engines did not answer: {string.Join(", ", silent.Take(8))}.",
                "Search again later, or switch on other engines in its settings.yml.");
    }

    /// <inheritdoc/>
    public override EngineFaultException? Explain(EngineReply reply, EngineRequest request) => reply.Status switch
    {
        HttpStatusCode.Forbidden => new(
            EngineFault.Refused, $"SearXNG at {request.Endpoint.Authority} answered 403: it does not give out JSON.", "Add 'json' to 'search.formats' in its settings.yml, and start it again."),
        HttpStatusCode.TooManyRequests => new(
            EngineFault.Throttled, $"SearXNG at {request.Endpoint.Authority} answered 429: its limiter takes this program for a robot.",
            "Set 'server.limiter: false' in its settings.yml, or list this machine under 'pass_ip' in its limiter.toml.", reply.RetryAfter),
        _ => null,
    };

    /// <summary>Pairs of an engine's name and why it is silent.</summary>
    private static IReadOnlyList<string> Silent(JsonElement json) => json.At("unresponsive_engines") is { ValueKind: JsonValueKind.Array } pairs
        ? [.. pairs.EnumerateArray().Where(static p => p.ValueKind == JsonValueKind.Array)
            .Select(static p => p.EnumerateArray().Where(static t => t.ValueKind == JsonValueKind.String).Select(static t => ResultText.OneLine(t.GetString()!)).ToArray())
            .Where(static t => t.Length > 0)
            .Select(static t => t.Length > 1 ? $"{t[0]} ({t[1]})" : t[0])]
        : [];
}
