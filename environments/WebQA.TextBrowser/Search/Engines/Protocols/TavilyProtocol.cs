using System.Text.Json;
using System.Text.Json.Nodes;
using WebQA.Core.Browsing;

namespace WebQA.TextBrowser.Search.Engines.Protocols;

/// <summary>Tavily, a search for programs; answers few requests without a key, more with one.</summary>
public sealed class TavilyProtocol : EngineProtocol
{
    /// <inheritdoc/>
    public override string Name => "tavily";

    /// <inheritdoc/>
    public override string Title => "Tavily";

    /// <inheritdoc/>
    public override EngineCapabilities Capabilities { get; } = new() { MaxQueryLength = 400, MaxResults = 20, RequestsPerMinute = 100 };

    /// <inheritdoc/>
    public override Uri? DefaultEndpoint(string? language) => new("https://api.tavily.com/search");

    /// <inheritdoc/>
    public override HttpRequestMessage CreateRequest(EngineRequest request)
    {
        var body = new JsonObject { ["query"] = request.Query, ["search_depth"] = "basic", ["max_results"] = request.Count };
        if (request.Sites.Count > 0)
        {
            body["include_domains"] = new JsonArray([.. request.Sites.Select(static s => (JsonNode)s)]);
        }
        var message = Post(request.Endpoint, body);
        if (request.Key is { } key)
        {
            message.Headers.Add("Authorization", $"Bearer {key}");
        }
        else
        {
            message.Headers.Add("X-Tavily-Access-Mode", "keyless");
        }
        return message;
    }

    /// <inheritdoc/>
    public override IReadOnlyList<SearchResult> ReadResults(EngineReply reply, EngineRequest request)
    {
        var json = EngineJson.Read(reply);
        return json.At("results").ValueKind == JsonValueKind.Array
            ? [.. json.Items("results").Select(r => new SearchResult(ResultText.OneLine(r.Text("title")), r.Text("url"), ResultText.Bearing(r.Text("content"), request.Query)))]
            : throw new JsonException("It has no 'results'.");
    }

    /// <inheritdoc/>
    public override EngineFaultException? Explain(EngineReply reply, EngineRequest request) => (int)reply.Status switch
    {
        432 => QuotaUsedUp("what the plan includes is used up (HTTP 432)."),
        433 => QuotaUsedUp("the limit of paying as you go is reached (HTTP 433)."),
        429 when request.Key is null => Throttled(reply, Pause(reply), "Without a key few requests are answered: enter one in the settings, or set WEBQA_TAVILY_KEY."),
        _ => null,
    };

    private static TimeSpan? Pause(EngineReply reply) =>
        EngineJson.TryRead(reply).At("error", "retry_after_seconds") is { ValueKind: JsonValueKind.Number } number && number.TryGetDouble(out var seconds) && seconds is > 0 and < 1e7
            ? TimeSpan.FromSeconds(seconds)
            : null;
}
