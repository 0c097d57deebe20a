using Microsoft.AspNetCore.Http;
using WebQA.Core.Browsing;
using WebQA.TextBrowser.Fetching;
using WebQA.TextBrowser.Tests.Environments;

namespace WebQA.TextBrowser.Tests.Fetching.Live;

/// <summary>Against a server with the shapes of the Wayback Machine: <c>/wayback/available?url=</c> and <c>/web/&lt;time&gt;id_/&lt;address&gt;</c>.</summary>
public sealed class ArchivedCopiesTests : IAsyncLifetime
{
    private const string Gone = "http://gone.example/crows";
    private const string Copy = "/web/20130919044612id_/http://gone.example/crows";
    private const string Found = """
        {"url": "http://gone.example/crows", "archived_snapshots": {"closest": {"status": "200", "available": true,
         "url": "http://web.archive.org/web/20130919044612/http://gone.example/crows", "timestamp": "20130919044612"}}}
        """;

    private TestSite _site = null!;
    private TestWeb _web = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await TestSite.StartAsync();
        var network = new OneSiteNetwork(_site);
        _web = new TestWeb(network, network) { WebArchive = new WebArchive(new Uri("http://archive.example/wayback/available"), new Uri("http://web.archive.example/web/")) };
    }

    public async ValueTask DisposeAsync()
    {
        await _web.DisposeAsync();
        await _site.DisposeAsync();
    }

    [Theory]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(410)]
    public async Task A_page_that_is_gone_comes_from_the_archive_under_the_archives_address(int status)
    {
        _site.Answer("/crows", context => Status(context, status));
        Archive(Found).Page(Copy, TestWeb.Html("Crows", "<p>Crows remember faces, and <a href='/gifts'>bring gifts</a>.</p>"));

        var page = await OpenAsync(Gone);

        Assert.Equal((PageKind.Web, "Crows", "web.archive.example", "http://web.archive.example" + Copy), (page.Kind, page.Title, page.Domain, page.Url));
        Assert.Equal(Gone, page.Content.RequestedUrl);
        Assert.EndsWith("[This is an archived copy of 19 September 2013; the site itself no longer shows this page.]", page.Text, StringComparison.Ordinal);
        Assert.Equal(("http://gone.example/gifts", "gone.example"), (page.Links[0].Url, page.Links[0].Domain));
        Assert.Equal(["/crows", "/wayback/available?url=http%3A%2F%2Fgone.example%2Fcrows", Copy], _site.Asked);
    }

    [Theory]
    [InlineData("""{"url": "http://gone.example/crows", "archived_snapshots": {}}""", "The web archive has no copy of it.")]
    [InlineData("<html>We are down for maintenance</html>", "The web archive could not be asked for a copy.")]
    [InlineData(Found, "The web archive has a copy, but did not give it.")]
    public async Task Without_a_copy_the_sites_own_fault_stands_with_what_came_of_looking(string answer, string remark)
    {
        Archive(answer);

        var page = await OpenAsync(Gone);

        Assert.Equal((PageKind.Error, "Page not found"), (page.Kind, page.Title));
        Assert.Equal($"gone.example has no such page (HTTP 404). Go back and try another link. {remark}", page.Text);
    }

    [Fact]
    public async Task No_copy_is_looked_for_where_the_environment_does_not_say_so_or_the_page_is_there()
    {
        Archive(Found).Page("/here", TestWeb.Html("Here", "<p>Words.</p>"));

        Assert.Equal("gone.example has no such page (HTTP 404). Go back and try another link.", (await OpenAsync(Gone, archivedCopies: false)).Text);
        Assert.Equal("Here", (await OpenAsync("http://gone.example/here")).Title);
        Assert.Equal(["/crows", "/here"], _site.Asked);
    }

    [Fact]
    public async Task An_archive_is_never_told_of_a_private_address()
    {
        Archive(Found);

        await OpenAsync("http://localhost:8080/secret");

        Assert.Equal(["/secret"], _site.Asked);
    }

    private static Task Status(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    private TestSite Archive(string answer) => _site.Answer("/wayback/available", context =>
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(answer);
    });

    private Task<TextPage> OpenAsync(string url, bool archivedCopies = true)
    {
        var copies = archivedCopies ? "true" : "false";
        _web.Add("wide", $$"""{ "version": 1, "name": "wide", "title": "Wide", "engines": ["mediawiki"], "live": true, "archivedCopies": {{copies}}, "privateOrigins": ["http://localhost:8080"] }""");
        return _web.Open().GetWeb("wide").OpenAsync(url, TestContext.Current.CancellationToken);
    }
}
