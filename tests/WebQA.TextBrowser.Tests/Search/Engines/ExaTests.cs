using WebQA.Core.Browsing;
using WebQA.TextBrowser.Search.Engines;
using WebQA.TextBrowser.Search.Engines.Protocols;

namespace WebQA.TextBrowser.Tests.Search.Engines;

public sealed class ExaTests
{
    [Fact]
    public async Task Highlights_are_asked_for_and_become_the_snippet()
    {
        await using var bench = await EngineBench.StartAsync(new ExaProtocol(), FakeService.Sends(
            """
            {"requestId": "1", "resolvedSearchType": "neural", "results": [
              {"id": "https://birds.example/crows", "title": "Crows", "url": "https://birds.example/crows", "publishedDate": "2024-01-02T00:00:00.000Z", "author": "", "score": 0.3, "highlights": ["A crow may", "leave a gift."], "highlightScores": [0.4, 0.3]},
              {"id": "https://rooks.example/", "title": null, "url": "https://rooks.example/", "summary": "Rooks."}], "searchTime": 300, "costDollars": {"total": 0.007}}
            """));
        bench.Settings = bench.Settings with { Key = "exa-secret" };

        Assert.Equal(
            [new SearchResult("Crows", "https://birds.example/crows", "A crow may leave a gift."), new SearchResult("", "https://rooks.example/", "Rooks.")], await bench.SearchAsync("crows site:birds.example", 5));
        var asked = Assert.Single(bench.Service.Requests);
        Assert.Equal(("POST /", "exa-secret"), (asked.Line, asked.Headers["x-api-key"]));
        Assert.Equal("""{"query":"crows","type":"fast","numResults":5,"contents":{"highlights":{"maxCharacters":350}},"includeDomains":["birds.example"]}""", asked.Body);
    }

    [Theory]
    [InlineData(429, """{"error": "rate limit exceeded"}""", EngineFault.Throttled, true)]
    [InlineData(503, """{"error": "busy", "tag": "SERVICE_OVERLOADED"}""", EngineFault.ServerError, true)]
    [InlineData(402, """{"error": "no more credits"}""", EngineFault.QuotaUsedUp, false)]
    [InlineData(401, """{"error": "Invalid API key exa-secret"}""", EngineFault.Refused, false)]
    public async Task Its_faults_are_told_apart_and_never_repeat_the_key(int status, string body, EngineFault kind, bool isTransient)
    {
        await using var bench = await EngineBench.StartAsync(new ExaProtocol(), FakeService.Sends(body, status));
        bench.Settings = bench.Settings with { Key = "exa-secret" };

        var fault = await bench.FaultAsync();

        Assert.Equal((kind, isTransient), (fault.Fault, fault.IsTransient));
        Assert.Contains("It says: \"", fault.What, StringComparison.Ordinal);
        Assert.DoesNotContain("exa-secret", fault.ToString(), StringComparison.Ordinal);
    }
}
