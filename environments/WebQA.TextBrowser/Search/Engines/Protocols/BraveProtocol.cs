using System.Net;
using System.Text.Json;
using WebQA.Core.Browsing;

namespace WebQA.TextBrowser.Search.Engines.Protocols;

/// <summary>The Brave Search API: an index of its own; needs a key.</summary>
public sealed class BraveProtocol : EngineProtocol
{
    /// <inheritdoc/>
    public override string Name => "brave";

    /// <inheritdoc/>
    public override string Title => "Brave Search";

    /// <inheritdoc/>
    public override EngineCapabilities Capabilities { get; } = new()
    {
        HasOperators = true, HasPaging = true, HasLanguages = true, NeedsKey = true, MaxQueryLength = 400, MaxQueryWords = 50, MaxResults = 20, RequestsPerMinute = 60,
    };

    /// <inheritdoc/>
    public override Uri? DefaultEndpoint(string? language) => new("https://api.search.brave.com/res/v1/web/search");

    /// <inheritdoc/>
    public override HttpRequestMessage CreateRequest(EngineRequest request)
    {
        var message = Get(
            request.Endpoint, ("q", request.Query), ("count", Number(request.Count)), ("search_lang", request.Language?.ToLowerInvariant()), ("result_filter", "web"), ("text_decorations", "false"));
        message.Headers.Add("X-Subscription-Token", request.Key);
        return message;
    }

    /// <inheritdoc/>
    public override IReadOnlyList<SearchResult> ReadResults(EngineReply reply, EngineRequest request)
    {
        var json = EngineJson.Read(reply);
        if (json.At("web").ValueKind != JsonValueKind.Object && json.At("query").ValueKind != JsonValueKind.Object)
        {
            throw new JsonException("It has neither 'web' nor 'query'.");
        }
        return [.. json.Items("web", "results").Select(static r => new SearchResult(ResultText.OfHtml(r.Text("title")), r.Text("url"), ResultText.OfHtml(r.Text("description"))))];
    }

    /// <inheritdoc/>
    public override EngineFaultException? Explain(EngineReply reply, EngineRequest request)
    {
        var code = EngineJson.TryRead(reply).Text("error", "code");
        return (reply.Status, code) switch
        {
            (_, "QUOTA_LIMITED") => QuotaUsedUp("the month's requests are used up."),
            // Its plans count by the second.
            (HttpStatusCode.TooManyRequests, _) => Throttled(reply, TimeSpan.FromSeconds(1)),
            (_, "SUBSCRIPTION_TOKEN_INVALID" or "SUBSCRIPTION_NOT_FOUND") => KeyRefused(reply),
            _ => null,
        };
    }
}
