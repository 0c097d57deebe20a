using WebQA.Core.Browsing;
using WebQA.TextBrowser.Search.Engines;
using WebQA.TextBrowser.Search.Engines.Protocols;

namespace WebQA.TextBrowser.Tests.Search.Engines;

public sealed class SearxngTests
{
    /// <summary>As SearXNG answers; shortened.</summary>
    private const string Results = """
        {"query": "crows", "number_of_results": 0, "results": [
          {"url": "https://birds.example/crows", "title": "Crows & gifts", "content": "A <b>crow</b> may\n leave a gift.", "publishedDate": "2024-01-02T00:00:00", "thumbnail": "",
           "engine": "duckduckgo", "template": "default.html", "parsed_url": ["https", "birds.example", "/crows", "", "", ""], "img_src": "", "priority": "", "engines": ["duckduckgo", "brave"],
           "positions": [1, 2], "score": 3.0, "category": "general"},
          {"url": "https://birds.example/crows", "title": "The same page again", "content": "x", "engine": "brave"},
          {"url": "magnet:?xt=urn:btih:1", "title": "No web page", "content": "x", "engine": "files"},
          {"url": "https://rooks.example/", "title": "Rooks", "content": null, "engine": "brave"}],
         "answers": [], "corrections": [], "infoboxes": [], "suggestions": ["crow facts"], "unresponsive_engines": [["startpage", "CAPTCHA"]]}
        """;

    [Fact]
    public async Task A_query_gives_plain_results_each_page_once()
    {
        await using var bench = await EngineBench.StartAsync(new SearxngProtocol(), FakeService.Sends(Results));
        bench.Options = new EngineOptions { Language = "en" };

        var results = await bench.SearchAsync("gifts of crows & site:birds.example");

        Assert.Equal(
            [new SearchResult("Crows & gifts", "https://birds.example/crows", "A crow may leave a gift."), new SearchResult("Rooks", "https://rooks.example/", "")], results);
        var asked = Assert.Single(bench.Service.Requests);
        Assert.Equal("GET /search?q=gifts%20of%20crows%20%26%20site%3Abirds.example&format=json&language=en", asked.Line);
        Assert.Equal(("WebQA/1.0", "application/json"), (asked.Headers["User-Agent"], asked.Headers["Accept"]));
    }

    [Theory]
    [InlineData("/", "GET /search?q=crows&format=json")]
    [InlineData("/searx/", "GET /searx/search?q=crows&format=json")]
    [InlineData("/searx/search", "GET /searx/search?q=crows&format=json")]
    public async Task The_address_may_be_the_site_a_folder_of_it_or_the_search_itself(string path, string line)
    {
        await using var bench = await EngineBench.StartAsync(new SearxngProtocol(), FakeService.Sends(Results));
        bench.Settings = new EngineSettings { Endpoint = new Uri(bench.Service.Origin + path) };

        await bench.SearchAsync();

        Assert.Equal(line, Assert.Single(bench.Service.Requests).Line);
    }

    [Fact]
    public async Task Nothing_found_is_an_empty_list()
    {
        await using var bench = await EngineBench.StartAsync(new SearxngProtocol(), FakeService.Sends("""{"query": "crows", "results": [], "unresponsive_engines": []}"""));

        Assert.Empty(await bench.SearchAsync());
    }

    [Fact]
    public async Task Nothing_from_engines_that_were_silent_is_a_fault_not_an_empty_list()
    {
        await using var bench = await EngineBench.StartAsync(
            new SearxngProtocol(), FakeService.Sends("""{"query": "crows", "results": [], "unresponsive_engines": [["brave", "too many requests"], ["duckduckgo", "timeout"], []]}"""));

        var fault = await bench.FaultAsync();

        Assert.Equal(EngineFault.ServerError, fault.Fault);
        Assert.Equal(
            $"SearXNG at {bench.Service.Url.Authority} found nothing because its engines did not answer: brave (too many requests), duckduckgo (timeout). "
            + "Search again later, or switch on other engines in its settings.yml.", fault.Message);
    }

    [Fact]
    public async Task Without_json_among_its_formats_the_remedy_names_the_setting()
    {
        await using var bench = await EngineBench.StartAsync(new SearxngProtocol(), FakeService.Sends("<!doctype html><title>403 Forbidden</title>", 403, "text/html; charset=utf-8"));

        var fault = await bench.FaultAsync();

        Assert.Equal((EngineFault.Refused, false), (fault.Fault, fault.IsTransient));
        Assert.Equal("Add 'json' to 'search.formats' in its settings.yml, and start it again.", fault.Remedy);
    }

    [Fact]
    public async Task Its_limiter_is_named_and_the_pause_it_asks_for_is_kept()
    {
        await using var bench = await EngineBench.StartAsync(new SearxngProtocol(), FakeService.Sends("Too Many Requests", 429, "text/plain", ("Retry-After", "60")));

        var fault = await bench.FaultAsync();

        Assert.Equal((EngineFault.Throttled, TimeSpan.FromSeconds(60), true), (fault.Fault, fault.RetryAfter, fault.IsTransient));
        Assert.StartsWith("Set 'server.limiter: false' in its settings.yml", fault.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_address_the_remedy_names_the_setting()
    {
        await using var bench = await EngineBench.StartAsync(new SearxngProtocol());
        bench.Settings = EngineSettings.None;

        Assert.Equal("SearXNG has no address yet. Enter its address in the settings, or set WEBQA_SEARXNG_ENDPOINT.", (await bench.FaultAsync()).Message);
    }
}
