using WebQA.Core.Browsing;
using WebQA.TextBrowser.Search.Engines;
using WebQA.TextBrowser.Search.Engines.Protocols;
using WebQA.TextBrowser.Tests.Environments;

namespace WebQA.TextBrowser.Tests.Search.Engines;

/// <summary>Against kiwix-serve itself, so that its real answers are read and not what we believe of them.</summary>
public sealed class RealKiwixTests(KiwixServe kiwix) : IClassFixture<KiwixServe>, IAsyncDisposable
{
    private readonly TestWeb _web = new();

    public ValueTask DisposeAsync() => _web.DisposeAsync();

    private async Task<IReadOnlyList<SearchResult>> SearchAsync(string query, string? language = null, int count = 8)
    {
        using var clients = new EngineClients();
        var address = await kiwix.AddressAsync();
        var settings = new EnvironmentVariableEngineSettings(name => name == "WEBQA_KIWIX_ENDPOINT" ? address.AbsoluteUri : null);
        var engine = new HttpSearchEngine(new KiwixProtocol(), new EngineOptions { Language = language }, settings, clients, TimeProvider.System);
        return await engine.SearchAsync(query, count, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_search_finds_the_pages_of_the_zim_file()
    {
        var results = await SearchAsync("winter", "en", 3);

        Assert.Equal((3, new Uri(await kiwix.AddressAsync(), "raw/fieldnotes/content/").AbsoluteUri), (results.Count, results[0].Url[..(results[0].Url.LastIndexOf('/') + 1)]));
        Assert.Contains("winter", results[0].Snippet, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain('<', results[0].Snippet);
    }

    [Fact]
    public async Task Nothing_found_is_an_empty_list() => Assert.Empty(await SearchAsync("zzqqxxyy"));

    [Fact]
    public async Task A_language_that_no_book_has_is_a_fault_with_its_reason()
    {
        var fault = await Assert.ThrowsAsync<EngineFaultException>(() => SearchAsync("crows", "fr"));

        Assert.Equal(EngineFault.BadRequest, fault.Fault);
        Assert.Contains("No book matches selection criteria", fault.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_environment_browses_a_library_that_the_operator_named()
    {
        _web.Engines.Settings["kiwix"] = new EngineSettings { Endpoint = await kiwix.AddressAsync() };
        _web.Add("library", """{ "version": 1, "name": "library", "title": "A library", "engines": ["kiwix"], "live": true }""");
        var library = _web.Open().GetWeb("library");

        var results = await library.SearchAsync("Why would anyone believe that crows bring gifts to strangers?", TestContext.Current.CancellationToken);
        var page = await library.OpenAsync(results.Links[0].Url, TestContext.Current.CancellationToken);

        Assert.Equal((PageKind.SearchResults, PageKind.Web), (results.Kind, page.Kind));
        Assert.Contains("crow", page.Title, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("gift", page.PlainText, StringComparison.OrdinalIgnoreCase);
    }
}
