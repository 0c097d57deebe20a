using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using WebQA.Core.Browsing;

namespace WebQA.TextBrowser.Search.Engines.Protocols;

/// <summary>The search of a wiki that runs MediaWiki, Wikipedia by default: <c>api.php?action=query&amp;list=search</c>, no key.</summary>
/// <remarks>Wikimedia counts requests by the contact in the User-Agent: 200 a minute with one, 10 without. The same request asks for the form of page addresses, which results do not hold.</remarks>
public sealed partial class MediaWikiProtocol : EngineProtocol
{
    /// <inheritdoc/>
    public override string Name => "mediawiki";

    /// <inheritdoc/>
    public override string Title => "MediaWiki";

    /// <inheritdoc/>
    public override EngineCapabilities Capabilities { get; } = new()
    {
        HasPaging = true, HasLanguages = true, HoldsPages = true, MaxQueryLength = 300, MaxResults = 50, RequestsPerMinute = 180, RequestsPerMinuteWithoutContact = 8,
    };

    /// <inheritdoc/>
    public override Uri? DefaultEndpoint(string? language) => new($"https://{(language is not null && LanguagePattern().IsMatch(language) ? language.ToLowerInvariant() : "en")}.wikipedia.org/w/api.php");

    /// <inheritdoc/>
    public override HttpRequestMessage CreateRequest(EngineRequest request) => Get(
        request.Endpoint.AbsolutePath.EndsWith(".php", StringComparison.Ordinal) ? request.Endpoint : Below(request.Endpoint, "w/api.php"),
        ("action", "query"), ("format", "json"), ("formatversion", "2"), ("list", "search"), ("srsearch", request.Query), ("srlimit", Number(request.Count)),
        ("srprop", "snippet|sectiontitle"), ("meta", "siteinfo"), ("siprop", "general"));

    /// <inheritdoc/>
    public override IReadOnlyList<SearchResult> ReadResults(EngineReply reply, EngineRequest request)
    {
        var json = EngineJson.Read(reply);
        if (json.Text("error", "code") is { Length: > 0 } code)
        {
            throw OfError(code, ResultText.OfHtml(json.Text("error", "info")), reply, request);
        }
        if (json.At("query", "search").ValueKind != JsonValueKind.Array)
        {
            throw new JsonException("It has no 'query.search'.");
        }
        var pages = PageAddress(json, request.Endpoint);
        return [.. json.Items("query", "search").Where(static r => r.Text("title").Length > 0).Select(r => new SearchResult(
            ResultText.OneLine(r.Text("title")), pages.Replace("$1", InAddress(r.Text("title")), StringComparison.Ordinal), ResultText.OfHtml(r.Text("snippet"))))];
    }

    /// <summary>It gives pages with every word; Wikipedia's search knows OR.</summary>
    public override IEnumerable<IReadOnlyList<string>> Looser(IReadOnlyList<string> terms) => [[string.Join(" OR ", terms)]];

    /// <inheritdoc/>
    public override EngineFaultException? Explain(EngineReply reply, EngineRequest request) => reply.Status switch
    {
        HttpStatusCode.TooManyRequests => Throttled(reply, request),
        HttpStatusCode.Forbidden => new(
            EngineFault.Refused, $"MediaWiki at {request.Endpoint.Authority} answered 403: it does not serve programs that say nothing about who runs them.",
            "Enter a contact (an e-mail address or a web page) in the settings, or set WEBQA_MEDIAWIKI_CONTACT."),
        _ => null,
    };

    private static EngineFaultException Throttled(EngineReply reply, EngineRequest request) => new(
        EngineFault.Throttled, $"MediaWiki at {request.Endpoint.Authority} asks for a pause.",
        "With a contact in the settings (or WEBQA_MEDIAWIKI_CONTACT) Wikimedia allows far more requests; without one, lower 'requestsPerMinute'.", reply.RetryAfter);

    /// <summary>MediaWiki reports its own faults with HTTP 200.</summary>
    private static EngineFaultException OfError(string code, string info, EngineReply reply, EngineRequest request) => code switch
    {
        "ratelimited" => Throttled(reply, request),
        "maxlag" or "readonly" or "cirrussearch-backend-error" or "search-backend-error" => new(
            EngineFault.ServerError, $"MediaWiki at {request.Endpoint.Authority} is overloaded ({code}).", "Search again later.", reply.RetryAfter),
        "readapidenied" => new(EngineFault.Refused, $"MediaWiki at {request.Endpoint.Authority} shows its pages to members only.", "Name another wiki."),
        _ => new(EngineFault.BadRequest, $"MediaWiki at {request.Endpoint.Authority} does not take the search: {(info.Length > 0 ? info : code).TrimEnd('.')}.", "Check its version, and that its search is switched on."),
    };

    /// <summary>The address of a page with <c>$1</c> for its title.</summary>
    private static string PageAddress(JsonElement json, Uri endpoint)
    {
        var server = json.Text("query", "general", "server");
        var path = json.Text("query", "general", "articlepath");
        var origin = server.StartsWith("//", StringComparison.Ordinal) ? $"{endpoint.Scheme}:{server}"
            : server.StartsWith("http", StringComparison.Ordinal) ? server
            : endpoint.GetLeftPart(UriPartial.Authority);
        return origin.TrimEnd('/') + (path.Contains("$1", StringComparison.Ordinal) ? path : "/wiki/$1");
    }

    /// <summary>A title as MediaWiki writes it in addresses (its <c>wfUrlencode</c>).</summary>
    private static string InAddress(string title) => EscapePattern().Replace(
        Uri.EscapeDataString(title.Replace(' ', '_')), static m => Uri.UnescapeDataString(m.Value));

    [GeneratedRegex("%(3B|40|24|21|2A|28|29|2C|2F|7E|3A)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex EscapePattern();

    [GeneratedRegex("^[a-zA-Z]{2,3}(-[a-zA-Z]{2,8})*$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex LanguagePattern();
}
