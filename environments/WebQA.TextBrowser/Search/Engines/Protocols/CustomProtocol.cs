using System.Text.Json;
using System.Text.Json.Nodes;
using WebQA.Core.Browsing;

namespace WebQA.TextBrowser.Search.Engines.Protocols;

/// <summary>A search of one's own: <c>POST</c> of <c>{"query", "count"}</c>, answered by <c>[{"link", "title", "snippet"}]</c>; the key, where there is one, as a bearer token.</summary>
/// <remarks>The form that Open WebUI calls an external search. A list under <c>results</c>, <c>url</c> for <c>link</c> and <c>content</c> for <c>snippet</c> are read too.</remarks>
public sealed class CustomProtocol : EngineProtocol
{
    /// <inheritdoc/>
    public override string Name => "custom";

    /// <inheritdoc/>
    public override string Title => "The custom engine";

    /// <inheritdoc/>
    public override EngineCapabilities Capabilities { get; } = new() { HasLanguages = true, NeedsEndpoint = true, MaxResults = 50 };

    /// <inheritdoc/>
    public override HttpRequestMessage CreateRequest(EngineRequest request)
    {
        var body = new JsonObject { ["query"] = request.Query, ["count"] = request.Count };
        if (request.Language is { } language)
        {
            body["language"] = language;
        }
        if (request.Sites.Count > 0)
        {
            body["sites"] = new JsonArray([.. request.Sites.Select(static s => (JsonNode)s)]);
        }
        var message = Post(request.Endpoint, body);
        if (request.Key is { } key)
        {
            message.Headers.Add("Authorization", $"Bearer {key}");
        }
        return message;
    }

    /// <inheritdoc/>
    public override IReadOnlyList<SearchResult> ReadResults(EngineReply reply, EngineRequest request)
    {
        var json = EngineJson.Read(reply);
        var list = json.ValueKind == JsonValueKind.Array ? json : json.At("results");
        return list.ValueKind == JsonValueKind.Array
            ? [.. list.Items().Select(r => new SearchResult(
                ResultText.OneLine(r.Text("title")), Either(r, "link", "url"), ResultText.Bearing(ResultText.OfHtml(Either(r, "snippet", "content")), request.Query)))]
            : throw new JsonException("It is no list of results.");
    }

    private static string Either(JsonElement result, string key, string other) => result.Text(key) is { Length: > 0 } text ? text : result.Text(other);
}
