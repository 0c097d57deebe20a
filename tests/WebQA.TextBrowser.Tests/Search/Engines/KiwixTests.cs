using WebQA.Core.Browsing;
using WebQA.TextBrowser.Search.Engines;
using WebQA.TextBrowser.Search.Engines.Protocols;

namespace WebQA.TextBrowser.Tests.Search.Engines;

public sealed class KiwixTests
{
    /// <summary>As kiwix-serve answers, items in the form of version 3.3 and of 3.5 and later.</summary>
    private const string Results = """
        <?xml version="1.0" encoding="UTF-8"?>
        <rss version="2.0" xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/" xmlns:atom="http://www.w3.org/2005/Atom">
          <channel>
            <title>Search: crows</title>
            <link>/search?pattern=crows&amp;format=xml&amp;start=1&amp;pageLength=3</link>
            <opensearch:totalResults>19</opensearch:totalResults>
            <item>
              <title>Carrion crow</title>
              <link>/kiwix/birds_en/A/Carrion_crow</link>
              <description>...a <b>crow</b> &amp; its gift...</description>
              <book><title>Birds</title></book>
              <wordCount>893</wordCount>
            </item>
            <item>
              <title>Rook</title>
              <link>/kiwix/content/birds_en/Rook (bird).html</link>
              <description></description>
            </item>
            <item><title>Elsewhere</title><link>/other/place</link></item>
          </channel>
        </rss>
        """;

    private const string Rss = "application/rss+xml; charset=utf-8";

    [Fact]
    public async Task Results_are_the_pages_as_the_zim_file_holds_them()
    {
        await using var bench = await EngineBench.StartAsync(new KiwixProtocol(), FakeService.Sends(Results, type: Rss));
        bench.Settings = new EngineSettings { Endpoint = new Uri(bench.Service.Origin + "/kiwix/?books.name=birds_en") };
        bench.Options = new EngineOptions { Language = "en-GB" };

        var results = await bench.SearchAsync("crows", 3);

        Assert.Equal(
            [
                new SearchResult("Carrion crow", $"{bench.Service.Origin}/kiwix/raw/birds_en/content/A/Carrion_crow", "a crow & its gift"),
                new SearchResult("Rook", $"{bench.Service.Origin}/kiwix/raw/birds_en/content/Rook%20(bird).html", ""),
            ],
            results);
        Assert.Equal("GET /kiwix/search?books.name=birds_en&pattern=crows&format=xml&pageLength=3&books.filter.lang=eng", Assert.Single(bench.Service.Requests).Line);
    }

    [Fact]
    public async Task A_search_it_does_not_take_says_why_and_what_to_set()
    {
        await using var bench = await EngineBench.StartAsync(new KiwixProtocol(), FakeService.Sends(
            """
            <?xml version="1.0" encoding="UTF-8">
            <error>Invalid request</error>
            <detail>The requested URL "/search?books.filter.lang=fra&format=xml&pattern=vannevar" is not a valid request.</detail>
            <detail>No book matches selection criteria</detail>
            """, 400, "application/xml; charset=utf-8"));

        var fault = await bench.FaultAsync();

        Assert.Equal((EngineFault.BadRequest, $"Kiwix at {bench.Service.Url.Authority} does not take the search: No book matches selection criteria."), (fault.Fault, fault.What));
        Assert.Contains("set 'language' of the engine", fault.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_full_text_index_the_remedy_is_a_zim_file_that_has_one()
    {
        await using var bench = await EngineBench.StartAsync(new KiwixProtocol(), FakeService.Sends("<!DOCTYPE html><title>Fulltext search unavailable</title>", 404, "text/html"));

        Assert.StartsWith("Serve a ZIM file with a full-text index", (await bench.FaultAsync()).Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<rss><channel><item>")]
    [InlineData("<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"aaaa\">]><rss><channel><item><title>&a;</title></item></channel></rss>")]
    [InlineData("<feed/>")]
    public async Task What_is_no_list_of_results_is_a_fault(string body)
    {
        await using var bench = await EngineBench.StartAsync(new KiwixProtocol(), FakeService.Sends(body, type: Rss));

        Assert.Equal((EngineFault.NotAnAnswer, $"Kiwix at {bench.Service.Url.Authority} answered with broken data."), ((await bench.FaultAsync()).Fault, (await bench.FaultAsync()).What));
    }
}
