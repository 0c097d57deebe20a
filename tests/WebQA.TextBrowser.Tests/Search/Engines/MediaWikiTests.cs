using WebQA.Core.Browsing;
using WebQA.TextBrowser.Search.Engines;
using WebQA.TextBrowser.Search.Engines.Protocols;

namespace WebQA.TextBrowser.Tests.Search.Engines;

public sealed class MediaWikiTests
{
    private static string Results(string general = """ "general": {"sitename": "Wikipedia", "server": "//en.wiki.example", "articlepath": "/wiki/$1"}, """) => $$$"""
        {"batchcomplete": true, "continue": {"sroffset": 2, "continue": "-||"}, "query": { {{{general}}} "searchinfo": {"totalhits": 4711}, "search": [
          {"ns": 0, "title": "Carrion crow", "pageid": 58711, "snippet": "The <span class=\"searchmatch\">carrion</span> <span class=\"searchmatch\">crow</span> (Corvus corone) is a bird &amp; a neighbour"},
          {"ns": 0, "title": "AC/DC (\"crow\" 50%?)", "pageid": 1, "snippet": "Ünlike", "size": 100, "wordcount": 12, "timestamp": "2026-01-01T00:00:00Z"}]}}
        """;

    [Fact]
    public async Task Titles_become_addresses_as_the_wiki_writes_them_and_snippets_lose_their_markup()
    {
        await using var bench = await EngineBench.StartAsync(new MediaWikiProtocol(), FakeService.Sends(Results()));

        var results = await bench.SearchAsync("carrion crow", 5);

        Assert.Equal(
            [
                new SearchResult("Carrion crow", "http://en.wiki.example/wiki/Carrion_crow", "The carrion crow (Corvus corone) is a bird & a neighbour"),
                new SearchResult("AC/DC (\"crow\" 50%?)", "http://en.wiki.example/wiki/AC/DC_(%22crow%22_50%25%3F)", "Ünlike"),
            ],
            results);
        Assert.Equal(
            "GET /w/api.php?action=query&format=json&formatversion=2&list=search&srsearch=carrion%20crow&srlimit=5&srprop=snippet%7Csectiontitle&meta=siteinfo&siprop=general",
            Assert.Single(bench.Service.Requests).Line);
    }

    [Fact]
    public async Task Where_the_wiki_does_not_say_how_its_addresses_look_they_are_the_usual_ones()
    {
        await using var bench = await EngineBench.StartAsync(new MediaWikiProtocol(), FakeService.Sends(Results(string.Empty)));

        Assert.Equal($"{bench.Service.Origin}/wiki/Carrion_crow", (await bench.SearchAsync())[0].Url);
    }

    [Fact]
    public async Task Who_runs_the_installation_is_named_in_the_user_agent()
    {
        await using var bench = await EngineBench.StartAsync(new MediaWikiProtocol(), FakeService.Sends(Results()));
        bench.Settings = bench.Settings with { Contact = "ops@birds.example\r\nX-Evil: 1" };

        await bench.SearchAsync();

        Assert.Equal("WebQA/1.0 (ops@birds.exampleX-Evil:1)", Assert.Single(bench.Service.Requests).Headers["User-Agent"]);
    }

    [Theory]
    [InlineData(null, "https://en.wikipedia.org/w/api.php")]
    [InlineData("de", "https://de.wikipedia.org/w/api.php")]
    [InlineData("evil.example/x", "https://en.wikipedia.org/w/api.php")]
    public void Its_usual_address_is_the_wikipedia_of_the_language(string? language, string address) =>
        Assert.Equal(address, new MediaWikiProtocol().DefaultEndpoint(language)!.AbsoluteUri);

    [Theory]
    [InlineData("ratelimited", "You've exceeded your rate limit.", EngineFault.Throttled, "asks for a pause.")]
    [InlineData("maxlag", "Waiting for 10.64.16.7: 5.1 seconds lagged.", EngineFault.ServerError, "is overloaded (maxlag).")]
    [InlineData("readapidenied", "You need read permission to use this module.", EngineFault.Refused, "shows its pages to members only.")]
    [InlineData("search-title-disabled", "Title search is <b>disabled</b>.", EngineFault.BadRequest, "does not take the search: Title search is disabled.")]
    public async Task A_fault_reported_with_status_200_is_a_fault(string code, string info, EngineFault kind, string what)
    {
        await using var bench = await EngineBench.StartAsync(
            new MediaWikiProtocol(), FakeService.Sends($$$"""{"error": {"code": "{{{code}}}", "info": "{{{info}}}", "docref": "See https://wiki.example/w/api.php"}}""", headers: [("MediaWiki-API-Error", code), ("Retry-After", "5")]));

        var fault = await bench.FaultAsync();

        Assert.Equal((kind, $"MediaWiki at {bench.Service.Url.Authority} {what}"), (fault.Fault, fault.What));
        Assert.Equal(fault.IsTransient ? TimeSpan.FromSeconds(5) : null, fault.RetryAfter);
    }

    [Fact]
    public async Task Throttling_and_refusal_point_to_the_contact()
    {
        await using var bench = await EngineBench.StartAsync(
            new MediaWikiProtocol(), FakeService.Sends("You are making too many requests. Please set a user-agent and respect our robot policy.", 429, "text/plain", ("Retry-After", "39")));
        var throttled = await bench.FaultAsync();
        bench.Service.Answer = FakeService.Sends("Please set a user-agent and respect our robot policy.", 403, "text/plain");
        var refused = await bench.FaultAsync();

        Assert.Equal((EngineFault.Throttled, TimeSpan.FromSeconds(39)), (throttled.Fault, throttled.RetryAfter));
        Assert.Contains("WEBQA_MEDIAWIKI_CONTACT", throttled.Remedy, StringComparison.Ordinal);
        Assert.Equal(EngineFault.Refused, refused.Fault);
        Assert.Contains("WEBQA_MEDIAWIKI_CONTACT", refused.Remedy, StringComparison.Ordinal);
    }
}
