using WebQA.TextBrowser.Search.Engines;

namespace WebQA.TextBrowser.Tests.Search.Engines;

public sealed class EngineTestTests : IDisposable
{
    private readonly TestEngines _engines = new();

    public void Dispose() => _engines.Dispose();

    private Task<EngineTestResult> RunAsync(string engine) => new EngineTest(_engines.Factory, TimeProvider.System).RunAsync(engine, _engines, TestContext.Current.CancellationToken);

    [Fact]
    public async Task An_engine_that_works_tells_how_many_results_it_gave_and_is_asked_anew_each_time()
    {
        await using var service = await FakeService.StartAsync(FakeService.Sends("""{"results": [{"url": "https://birds.example/", "title": "Birds", "content": "x"}]}"""));
        _engines.Settings["searxng"] = new EngineSettings { Endpoint = service.Url };
        await RunAsync("searxng");

        var result = await RunAsync("searxng");

        Assert.Equal((true, 1, null), (result.IsWorking, result.Count, result.Remedy));
        Assert.InRange(result.Time, TimeSpan.FromMilliseconds(0.01), TimeSpan.FromSeconds(15));
        Assert.Equal(2, service.Requests.Count);
    }

    [Fact]
    public async Task An_engine_with_a_fault_tells_it_apart_from_what_to_do()
    {
        var result = await RunAsync("exa");

        Assert.Equal((false, EngineFault.NotConfigured, "Exa has no key yet.", "Enter its key in the settings, or set WEBQA_EXA_KEY."), (result.IsWorking, result.Fault, result.What, result.Remedy));
    }

    [Fact]
    public async Task An_engine_that_does_not_exist_is_refused_with_those_that_do()
    {
        var fault = await Assert.ThrowsAsync<ArgumentException>(() => RunAsync("bing"));

        Assert.StartsWith("There is no search engine 'bing'. There is: mediawiki, searxng, kiwix, brave, tavily, exa, serper, custom.", fault.Message, StringComparison.Ordinal);
    }
}
