using System.Text.Json;
using System.Text.Json.Nodes;
using WebQA.Core.Browsing;

namespace WebQA.TextBrowser.Search.Engines.Protocols;

/// <summary>Exa, a search by meaning; needs a key.</summary>
public sealed class ExaProtocol : EngineProtocol
{
    /// <inheritdoc/>
    public override string Name => "exa";

    /// <inheritdoc/>
    public override string Title => "Exa";

    /// <inheritdoc/>
    public override EngineCapabilities Capabilities { get; } = new() { NeedsKey = true, MaxResults = 25, RequestsPerMinute = 300 };

    /// <inheritdoc/>
    public override Uri? DefaultEndpoint(string? language) => new("https://api.exa.ai/search");

    /// <inheritdoc/>
    public override HttpRequestMessage CreateRequest(EngineRequest request)
    {
        // Without a type it takes its dearest; without contents it sends addresses alone.
        var body = new JsonObject
        {
            ["query"] = request.Query, ["type"] = "fast", ["numResults"] = request.Count, ["contents"] = new JsonObject { ["highlights"] = new JsonObject { ["maxCharacters"] = Snippet.MaxLength } },
        };
        if (request.Sites.Count > 0)
        {
            body["includeDomains"] = new JsonArray([.. request.Sites.Select(static s => (JsonNode)s)]);
        }
        var message = Post(request.Endpoint, body);
        message.Headers.Add("x-api-key", request.Key);
        return message;
    }

    /// <inheritdoc/>
    public override IReadOnlyList<SearchResult> ReadResults(EngineReply reply, EngineRequest request)
    {
        var json = EngineJson.Read(reply);
        return json.At("results").ValueKind == JsonValueKind.Array
            ? [.. json.Items("results").Select(r => new SearchResult(ResultText.OneLine(r.Text("title")), r.Text("url"), ResultText.Bearing(Words(r), request.Query)))]
            : throw new JsonException("It has no 'results'.");
    }

    private static string Words(JsonElement result) => string.Join(' ', result.Texts("highlights")) is { Length: > 0 } highlights ? highlights
        : result.Text("summary") is { Length: > 0 } summary ? summary
        : result.Text("text");
}
