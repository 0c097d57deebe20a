using System.Text.Json;
using System.Text.Json.Nodes;
using WebQA.Core.Browsing;

namespace WebQA.TextBrowser.Search.Engines.Protocols;

/// <summary>Serper, Google's results as data; needs a key.</summary>
public sealed class SerperProtocol : EngineProtocol
{
    /// <inheritdoc/>
    public override string Name => "serper";

    /// <inheritdoc/>
    public override string Title => "Serper";

    /// <inheritdoc/>
    public override EngineCapabilities Capabilities { get; } = new()
    {
        HasOperators = true, HasPaging = true, HasLanguages = true, NeedsKey = true, MaxQueryLength = 2_048, MaxResults = 10, RequestsPerMinute = 600, // More results would cost two requests.
    };

    /// <inheritdoc/>
    public override Uri? DefaultEndpoint(string? language) => new("https://google.serper.dev/search");

    /// <inheritdoc/>
    public override HttpRequestMessage CreateRequest(EngineRequest request)
    {
        var body = new JsonObject { ["q"] = request.Query, ["num"] = request.Count };
        if (request.Language is { } language)
        {
            body["hl"] = language.ToLowerInvariant();
        }
        var message = Post(request.Endpoint, body);
        message.Headers.Add("X-API-KEY", request.Key);
        return message;
    }

    /// <inheritdoc/>
    public override IReadOnlyList<SearchResult> ReadResults(EngineReply reply, EngineRequest request)
    {
        var json = EngineJson.Read(reply);
        // Without results the list may be missing; a fault is a message, and then the search is not repeated.
        return json.At("organic").ValueKind == JsonValueKind.Array || json.At("searchParameters").ValueKind == JsonValueKind.Object
            ? [.. json.Items("organic").Select(static r => new SearchResult(ResultText.OneLine(r.Text("title")), r.Text("link"), ResultText.OneLine(r.Text("snippet"))))]
            : json.Text("message") is { Length: > 0 } message ? throw OfMessage(message, request) : throw new JsonException("It has no 'organic'.");
    }

    /// <inheritdoc/>
    public override EngineFaultException? Explain(EngineReply reply, EngineRequest request) =>
        EngineJson.TryRead(reply).Text("message") is { Length: > 0 } message && message.Contains("credits", StringComparison.OrdinalIgnoreCase) ? OfMessage(message, request) : null;

    private EngineFaultException OfMessage(string message, EngineRequest request) => message.Contains("credits", StringComparison.OrdinalIgnoreCase)
        ? QuotaUsedUp("the credits are used up.")
        : new EngineFaultException(
            EngineFault.BadRequest, $"{Title} at {request.Endpoint.Authority} does not take the search: {ResultText.OneLine(message).TrimEnd('.')}.", "Search for something shorter or simpler.");
}
