using WebQA.Core.Browsing;
using WebQA.TextBrowser.Search.Engines;
using WebQA.TextBrowser.Search.Engines.Protocols;

namespace WebQA.TextBrowser.Tests.Search.Engines;

public sealed class BraveTests
{
    private const string Results = """
        {"type": "search", "query": {"original": "crows", "more_results_available": true}, "mixed": {"type": "mixed"}, "web": {"type": "search", "results": [
          {"title": "Crows &amp; gifts", "url": "https://birds.example/crows", "is_source_local": false, "description": "A <strong>crow</strong> may leave a gift.", "age": "2 days ago", "language": "en",
           "meta_url": {"scheme": "https", "hostname": "birds.example", "favicon": "https://imgs.example/f"}, "extra_snippets": ["More."]},
          {"title": "No address"}]}}
        """;

    [Fact]
    public async Task The_key_goes_into_a_header_and_results_come_as_plain_text()
    {
        await using var bench = await EngineBench.StartAsync(new BraveProtocol(), FakeService.Sends(Results));
        bench.Settings = bench.Settings with { Key = "BSA-secret" };
        bench.Options = new EngineOptions { Language = "en" };

        Assert.Equal([new SearchResult("Crows & gifts", "https://birds.example/crows", "A crow may leave a gift.")], await bench.SearchAsync("crows site:birds.example", 40));
        var asked = Assert.Single(bench.Service.Requests);
        Assert.Equal("GET /?q=crows%20site%3Abirds.example&count=20&search_lang=en&result_filter=web&text_decorations=false", asked.Line);
        Assert.Equal("BSA-secret", asked.Headers["X-Subscription-Token"]);
    }

    [Fact]
    public async Task A_query_stays_within_400_characters_and_50_words()
    {
        await using var bench = await EngineBench.StartAsync(new BraveProtocol(), FakeService.Sends(Results));
        bench.Settings = bench.Settings with { Key = "BSA-secret" };

        await bench.SearchAsync(string.Join(' ', Enumerable.Repeat("crow", 60)));
        await bench.SearchAsync(string.Join(' ', Enumerable.Repeat("congregation", 40)));

        Assert.Equal([50, 30], bench.Service.Requests.Select(r => Uri.UnescapeDataString(r.Line[(r.Line.IndexOf("q=", StringComparison.Ordinal) + 2)..r.Line.IndexOf('&', StringComparison.Ordinal)]).Split(' ').Length));
    }

    [Fact]
    public async Task Nothing_found_is_an_empty_list()
    {
        await using var bench = await EngineBench.StartAsync(new BraveProtocol(), FakeService.Sends("""{"type": "search", "query": {"original": "qqq"}}"""));
        bench.Settings = bench.Settings with { Key = "BSA-secret" };

        Assert.Empty(await bench.SearchAsync());
    }

    [Fact]
    public async Task Without_a_key_nothing_is_asked_and_the_remedy_names_the_setting()
    {
        await using var bench = await EngineBench.StartAsync(new BraveProtocol());

        var fault = await bench.FaultAsync();

        Assert.Equal((EngineFault.NotConfigured, "Brave Search has no key yet. Enter its key in the settings, or set WEBQA_BRAVE_KEY."), (fault.Fault, fault.Message));
        Assert.Empty(bench.Service.Requests);
    }

    [Theory]
    [InlineData(429, "RATE_LIMITED", EngineFault.Throttled, 1)]
    [InlineData(429, "QUOTA_LIMITED", EngineFault.QuotaUsedUp, null)]
    [InlineData(422, "SUBSCRIPTION_TOKEN_INVALID", EngineFault.Refused, null)]
    [InlineData(422, "VALIDATION", EngineFault.BadRequest, null)]
    public async Task Its_codes_are_told_apart(int status, string code, EngineFault kind, int? seconds)
    {
        await using var bench = await EngineBench.StartAsync(new BraveProtocol(), FakeService.Sends(
            $$"""{"type": "ErrorResponse", "error": {"id": "x", "status": {{status}}, "code": "{{code}}", "detail": "Request rate limit exceeded for plan.", "meta": {"plan": "Search", "rate_limit": 1, "rate_current": 1} } }""", status));
        bench.Settings = bench.Settings with { Key = "BSA-secret" };

        var fault = await bench.FaultAsync();

        Assert.Equal((kind, seconds is { } s ? TimeSpan.FromSeconds(s) : (TimeSpan?)null), (fault.Fault, fault.RetryAfter));
    }
}
