using WebQA.Core.Browsing;
using WebQA.TextBrowser.Environments;

namespace WebQA.TextBrowser.Tests.Environments;

public sealed class WebEnvironmentTests : IAsyncDisposable
{
    private readonly TestWeb _web = new TestWeb().Add(
        "small",
        null,
        ("birds.example/index.html", TestWeb.Html("Birds", "<p>All about birds. <a href='/crows'>Crows and their gifts</a> and <a href='/gone'>a dead link</a>.</p>")),
        ("birds.example/crows.html", TestWeb.Html("Crows", "<p>Crows remember faces. A crow may leave a gift. <a href='https://www.blocked.example/x'>More</a></p>")),
        ("blocked.example/crows.html", TestWeb.Html("Crows, crows, crows", "<p>Crows crows crows crows crows.</p>")));

    private WebEnvironment Small => field ??= _web.Open().GetWeb("small");

    public ValueTask DisposeAsync() => _web.DisposeAsync();

    [Fact]
    public async Task A_search_shows_results_as_a_page_whose_links_can_be_opened()
    {
        var results = await Small.SearchAsync("Which gift does a crow leave?", TestContext.Current.CancellationToken);

        Assert.Equal(PageKind.SearchResults, results.Kind);
        Assert.Equal("Search results for: Which gift does a crow leave?", results.Title);
        Assert.StartsWith("【0†Crows†birds.example】\nCrows remember faces. A crow may leave a gift.", results.Text, StringComparison.Ordinal);
        var page = await Small.OpenAsync(results.Links[0].Url, TestContext.Current.CancellationToken);
        Assert.Equal((PageKind.Web, "Crows", "birds.example"), (page.Kind, page.Title, page.Domain));
    }

    [Fact]
    public async Task Blocked_domains_are_absent_from_results_and_links_and_cannot_be_opened()
    {
        var results = await Small.SearchAsync("crows", TestContext.Current.CancellationToken);
        var page = await Small.OpenAsync("https://birds.example/crows", TestContext.Current.CancellationToken);
        var blocked = await Small.OpenAsync("https://www.blocked.example/crows", TestContext.Current.CancellationToken);

        Assert.DoesNotContain(results.Links, l => l.Domain.EndsWith("blocked.example", StringComparison.Ordinal));
        Assert.Empty(page.Links);
        Assert.EndsWith("A crow may leave a gift. More", page.PlainText, StringComparison.Ordinal);
        Assert.Equal((PageKind.Error, "The site is blocked"), (blocked.Kind, blocked.Title));
        Assert.Equal("The site www.blocked.example is not shown in this environment. Go back and try another link.", blocked.Text);
    }

    [Fact]
    public async Task A_dead_link_is_an_error_page()
    {
        var page = await Small.OpenAsync("https://birds.example/gone", TestContext.Current.CancellationToken);

        Assert.Equal((PageKind.Error, "Page not found"), (page.Kind, page.Title));
        Assert.Equal("There is no page at this address on birds.example. The link is dead; go back and try another one.", page.Text);
    }

    [Fact]
    public async Task A_query_without_results_says_so()
    {
        _web.Add("empty", null);

        var page = await _web.Open().Get("empty").SearchAsync("crows", TestContext.Current.CancellationToken);

        Assert.Equal((PageKind.SearchResults, "No results were found."), (page.Kind, page.Text));
    }

    [Fact]
    public async Task Every_page_is_in_the_archive_before_it_is_handed_out_and_can_be_read_again()
    {
        var handedOut = new[]
        {
            await Small.SearchAsync("crows", TestContext.Current.CancellationToken),
            await Small.OpenAsync("https://birds.example/", TestContext.Current.CancellationToken),
            await Small.OpenAsync("https://birds.example/gone", TestContext.Current.CancellationToken),
        };
        var elsewhere = _web.Open().Get("small");

        foreach (var page in handedOut)
        {
            var again = await elsewhere.ReadAsync(page.PageSha256, TestContext.Current.CancellationToken);
            Assert.Equal(page.Text, again.Text);
        }
    }

    [Fact]
    public async Task What_was_opened_once_is_pinned_even_if_the_folder_changes()
    {
        var before = await Small.OpenAsync("https://birds.example/crows", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(_web.Folder, "small", "web", "birds.example", "crows.html"), TestWeb.Html("Changed", "<p>Changed.</p>"), TestContext.Current.CancellationToken);

        var after = await Small.OpenAsync("https://birds.example/crows#part", TestContext.Current.CancellationToken);

        Assert.Same(before, after);
        Assert.Equal(1, _web.Archive.Stores);
    }

    [Fact]
    public async Task Episodes_that_open_one_page_at_the_same_time_share_one_fetch()
    {
        var pages = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Small.OpenAsync("https://birds.example/crows", TestContext.Current.CancellationToken)));

        Assert.Single(pages.Distinct());
        Assert.Equal(1, _web.Archive.Stores);
    }

    [Fact]
    public async Task A_page_that_the_archive_lacks_is_named() => Assert.Contains(
        "The archive holds no page abc",
        (await Assert.ThrowsAsync<PageNotStoredException>(() => Small.ReadAsync("abc", TestContext.Current.CancellationToken))).Message,
        StringComparison.Ordinal);
}
