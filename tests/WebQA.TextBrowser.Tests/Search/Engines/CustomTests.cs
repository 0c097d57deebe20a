using WebQA.Core.Browsing;
using WebQA.TextBrowser.Search.Engines;
using WebQA.TextBrowser.Search.Engines.Protocols;

namespace WebQA.TextBrowser.Tests.Search.Engines;

public sealed class CustomTests
{
    [Theory]
    [InlineData("""[{"link": "https://birds.example/crows", "title": "Crows", "snippet": "A crow."}]""")]
    [InlineData("""{"results": [{"url": "https://birds.example/crows", "title": "Crows", "content": "A <i>crow</i>."}]}""")]
    public async Task Its_own_form_and_the_usual_variant_are_read(string body)
    {
        await using var bench = await EngineBench.StartAsync(new CustomProtocol(), FakeService.Sends(body));
        bench.Settings = new EngineSettings { Endpoint = new Uri(bench.Service.Origin + "/find?index=birds"), Key = "secret" };

        Assert.Equal([new SearchResult("Crows", "https://birds.example/crows", "A crow.")], await bench.SearchAsync());
        var asked = Assert.Single(bench.Service.Requests);
        Assert.Equal(("POST /find?index=birds", "Bearer secret", """{"query":"crows","count":8}"""), (asked.Line, asked.Headers["Authorization"], asked.Body));
    }

    [Fact]
    public async Task Another_form_is_a_fault()
    {
        await using var bench = await EngineBench.StartAsync(new CustomProtocol(), FakeService.Sends("""{"hits": []}"""));

        Assert.Equal(EngineFault.NotAnAnswer, (await bench.FaultAsync()).Fault);
    }
}
