using WebQA.Core.Browsing;
using WebQA.TextBrowser.Search.Engines;
using WebQA.TextBrowser.Search.Engines.Protocols;

namespace WebQA.TextBrowser.Tests.Search.Engines;

public sealed class TavilyTests
{
    private const string Results = """
        {"query": "crows", "follow_up_questions": null, "answer": null, "images": [], "results": [
          {"url": "https://birds.example/crows", "title": "Crows", "content": "A crow may\nleave a gift.", "score": 0.98, "raw_content": null}], "response_time": 0.8, "request_id": "1"}
        """;

    [Fact]
    public async Task With_a_key_it_is_a_bearer_token_and_sites_become_domains()
    {
        await using var bench = await EngineBench.StartAsync(new TavilyProtocol(), FakeService.Sends(Results));
        bench.Settings = bench.Settings with { Key = "tvly-secret" };

        Assert.Equal([new SearchResult("Crows", "https://birds.example/crows", "A crow may leave a gift.")], await bench.SearchAsync("crows site:birds.example"));
        var asked = Assert.Single(bench.Service.Requests);
        Assert.Equal(("POST /", "Bearer tvly-secret", "application/json; charset=utf-8"), (asked.Line, asked.Headers["Authorization"], asked.Headers["Content-Type"]));
        Assert.Equal("""{"query":"crows","search_depth":"basic","max_results":8,"include_domains":["birds.example"]}""", asked.Body);
    }

    [Fact]
    public async Task Without_a_key_it_is_asked_keyless()
    {
        await using var bench = await EngineBench.StartAsync(new TavilyProtocol(), FakeService.Sends(Results));

        await bench.SearchAsync();

        var asked = Assert.Single(bench.Service.Requests);
        Assert.Equal(("keyless", false), (asked.Headers["X-Tavily-Access-Mode"], asked.Headers.ContainsKey("Authorization")));
    }

    [Fact]
    public async Task A_long_text_is_cut_to_the_sentences_that_bear_on_the_query()
    {
        var text = string.Concat(Enumerable.Range(1, 40).Select(i => $"Sentence {i} is about weather in general. ")) + "Crows bring gifts to people. " + string.Concat(Enumerable.Repeat("It rains a lot there. ", 40));
        await using var bench = await EngineBench.StartAsync(new TavilyProtocol(), FakeService.Sends($$"""{"results": [{"url": "https://birds.example/", "title": "Birds", "content": "{{text}}"}]}"""));

        var snippet = (await bench.SearchAsync("crows gifts"))[0].Snippet;

        Assert.InRange(snippet.Length, 100, 350);
        Assert.Contains("Crows bring gifts to people.", snippet, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(400, """{"detail": {"error": "Query is too long. Max query length is 400 characters."}}""", EngineFault.BadRequest, "It says: \"Query is too long. Max query length is 400 characters.\".")]
    [InlineData(401, """{"detail": {"error": "Unauthorized: missing or invalid API key."}}""", EngineFault.Refused, "does not take the key (HTTP 401).")]
    [InlineData(432, """{"detail": {"error": "This request exceeds your plan's set usage limit."}}""", EngineFault.QuotaUsedUp, "what the plan includes is used up (HTTP 432).")]
    [InlineData(433, """{"detail": {"error": "x"}}""", EngineFault.QuotaUsedUp, "the limit of paying as you go is reached (HTTP 433).")]
    [InlineData(429, """{"detail": {"error": "Your request has been blocked due to excessive requests."}}""", EngineFault.Throttled, "asks for a pause (HTTP 429")]
    public async Task Its_statuses_are_told_apart(int status, string body, EngineFault kind, string what)
    {
        await using var bench = await EngineBench.StartAsync(new TavilyProtocol(), FakeService.Sends(body, status));
        bench.Settings = bench.Settings with { Key = "tvly-secret" };

        var fault = await bench.FaultAsync();

        Assert.Equal(kind, fault.Fault);
        Assert.Contains(what, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Throttled_without_a_key_the_remedy_is_a_key()
    {
        await using var bench = await EngineBench.StartAsync(new TavilyProtocol(), FakeService.Sends(
            """{"error": {"code": "keyless_rate_limited", "message": "Too many", "window": "minute", "retry_after_seconds": 17, "next_actions": []}}""", 429));

        var fault = await bench.FaultAsync();

        Assert.Equal((EngineFault.Throttled, TimeSpan.FromSeconds(17)), (fault.Fault, fault.RetryAfter));
        Assert.Contains("WEBQA_TAVILY_KEY", fault.Remedy, StringComparison.Ordinal);
    }
}
