using WebQA.Core.Browsing;
using WebQA.TextBrowser.Search.Engines;
using WebQA.TextBrowser.Tests.Search.Engines;

namespace WebQA.TextBrowser.Tests.Environments;

/// <summary>An environment with several engines: who is asked when one of them fails.</summary>
public sealed class FailOverTests : IAsyncDisposable
{
    private const string Results = """{"results": [{"url": "https://birds.example/crows", "title": "Crows", "content": "A crow may leave a gift."}]}""";

    private readonly TestWeb _web = new();

    public ValueTask DisposeAsync() => _web.DisposeAsync();

    private IEnvironment TwoEngines(FakeService first, FakeService second)
    {
        _web.Add("two", $$"""
            { "version": 1, "name": "two", "title": "Two engines", "live": true, "privateOrigins": ["{{first.Origin}}", "{{second.Origin}}"],
              "engines": [{ "engine": "searxng", "endpoint": "{{first.Origin}}" }, { "engine": "searxng", "endpoint": "{{second.Origin}}", "language": "en" }] }
            """);
        return _web.Open().Get("two");
    }

    private static Task<TextPage> SearchAsync(IEnvironment environment, string query = "crows") => environment.SearchAsync(query, TestContext.Current.CancellationToken);

    [Fact]
    public async Task Where_the_first_engine_fails_the_second_answers()
    {
        await using var first = await FakeService.StartAsync(FakeService.Sends("<!doctype html><title>403 Forbidden</title>", 403, "text/html"));
        await using var second = await FakeService.StartAsync(FakeService.Sends(Results));

        var page = await SearchAsync(TwoEngines(first, second));

        Assert.Equal((PageKind.SearchResults, "【0†Crows†birds.example】\nA crow may leave a gift."), (page.Kind, page.Text));
        Assert.Equal((1, 1), (first.Requests.Count, second.Requests.Count));
    }

    [Fact]
    public async Task An_engine_that_asks_for_a_long_pause_is_left_alone_and_the_next_one_answers_meanwhile()
    {
        await using var first = await FakeService.StartAsync(FakeService.Sends("Too Many Requests", 429, "text/plain", ("Retry-After", "600")));
        await using var second = await FakeService.StartAsync(FakeService.Sends(Results));
        var environment = TwoEngines(first, second);

        foreach (var query in new[] { "crows", "rooks", "jays" })
        {
            Assert.Equal(PageKind.SearchResults, (await SearchAsync(environment, query)).Kind);
        }

        Assert.Equal((1, 3), (first.Requests.Count, second.Requests.Count));
    }

    [Fact]
    public async Task Where_all_fail_the_page_says_what_is_wrong_with_each_and_a_later_search_is_answered()
    {
        await using var first = await FakeService.StartAsync(FakeService.Sends("", 403, "text/html"));
        await using var second = await FakeService.StartAsync(FakeService.Sends("""{"results": [], "unresponsive_engines": [["brave", "timeout"]]}"""));
        var environment = TwoEngines(first, second);

        var failed = await SearchAsync(environment);
        Assert.Equal((PageKind.Error, "The search failed"), (failed.Kind, failed.Title));
        Assert.Equal(
            $"searxng: SearXNG at {first.Url.Authority} answered 403: it does not give out JSON. Add 'json' to 'search.formats' in its settings.yml, and start it again.\n"
            + $"searxng: SearXNG at {second.Url.Authority} found nothing because its engines did not answer: brave (timeout). Search again later, or switch on other engines in its settings.yml.",
            failed.Text);
        first.Answer = FakeService.Sends(Results);

        Assert.Equal(PageKind.SearchResults, (await SearchAsync(environment)).Kind);
    }

    [Fact]
    public async Task A_search_that_was_answered_is_not_asked_again_when_the_catalogue_is_opened_anew()
    {
        await using var first = await FakeService.StartAsync(FakeService.Sends(Results));
        await using var second = await FakeService.StartAsync(FakeService.Sends(Results));
        await SearchAsync(TwoEngines(first, second));

        await SearchAsync(_web.Open().Get("two"));

        Assert.Single(first.Requests);
        Assert.Equal(1, Assert.Single(_web.Engines.Ledger.Uses()).Requests);
    }

    [Fact]
    public async Task An_engine_without_its_key_says_so_and_works_as_soon_as_the_key_is_entered()
    {
        await using var service = await FakeService.StartAsync(FakeService.Sends("""{"type": "search", "query": {}, "web": {"results": [{"title": "Crows", "url": "https://birds.example/crows", "description": "A crow."}]}}"""));
        _web.Add("paid", """{ "version": 1, "name": "paid", "title": "Paid", "live": true, "engines": ["brave"] }""");
        var environment = _web.Open().Get("paid");
        Assert.Equal("brave: Brave Search has no key yet. Enter its key in the settings, or set WEBQA_BRAVE_KEY.", (await SearchAsync(environment)).Text);

        _web.Engines.Settings["brave"] = new EngineSettings { Key = "BSA-secret", Endpoint = service.Url };

        Assert.Equal(PageKind.SearchResults, (await SearchAsync(environment)).Kind);
    }
}
