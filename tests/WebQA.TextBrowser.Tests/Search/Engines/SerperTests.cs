using WebQA.Core.Browsing;
using WebQA.TextBrowser.Search.Engines;
using WebQA.TextBrowser.Search.Engines.Protocols;

namespace WebQA.TextBrowser.Tests.Search.Engines;

public sealed class SerperTests
{
    [Fact]
    public async Task Organic_results_are_read()
    {
        await using var bench = await EngineBench.StartAsync(new SerperProtocol(), FakeService.Sends(
            """
            {"searchParameters": {"q": "crows", "type": "search", "engine": "google"}, "answerBox": {"snippet": "x"}, "organic": [
              {"title": "Crows", "link": "https://birds.example/crows", "snippet": "A crow may leave a gift.", "position": 1, "date": "Jan 2, 2024"}], "peopleAlsoAsk": [], "credits": 1}
            """));
        bench.Settings = bench.Settings with { Key = "serper-secret" };
        bench.Options = new EngineOptions { Language = "de" };

        Assert.Equal([new SearchResult("Crows", "https://birds.example/crows", "A crow may leave a gift.")], await bench.SearchAsync("crows site:birds.example", 18));
        var asked = Assert.Single(bench.Service.Requests);
        Assert.Equal(("POST /", "serper-secret", """{"q":"crows site:birds.example","num":10,"hl":"de"}"""), (asked.Line, asked.Headers["X-API-KEY"], asked.Body));
    }

    [Theory]
    [InlineData("""{"searchParameters": {"q": "qqq"}, "organic": []}""")]
    [InlineData("""{"searchParameters": {"q": "qqq"}}""")]
    public async Task Nothing_found_is_an_empty_list(string body)
    {
        await using var bench = await EngineBench.StartAsync(new SerperProtocol(), FakeService.Sends(body));
        bench.Settings = bench.Settings with { Key = "serper-secret" };

        Assert.Empty(await bench.SearchAsync());
    }

    [Theory]
    [InlineData(200, "Query too long. Max 2048", EngineFault.BadRequest)]
    [InlineData(400, "Not enough credits", EngineFault.QuotaUsedUp)]
    [InlineData(403, "Unauthorized.", EngineFault.Refused)]
    [InlineData(429, "Too many requests", EngineFault.Throttled)]
    public async Task A_message_instead_of_results_is_a_fault(int status, string message, EngineFault kind)
    {
        await using var bench = await EngineBench.StartAsync(new SerperProtocol(), FakeService.Sends($$"""{"message": "{{message}}", "statusCode": {{status}}}""", status));
        bench.Settings = bench.Settings with { Key = "serper-secret" };

        Assert.Equal(kind, (await bench.FaultAsync()).Fault);
    }
}
