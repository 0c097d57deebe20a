using System.Text;
using Microsoft.AspNetCore.Http;
using WebQA.TextBrowser.Environments.Creation;
using WebQA.TextBrowser.Environments.Creation.Sites;
using WebQA.TextBrowser.Fetching.Guard;
using WebQA.TextBrowser.Tests.Search.Engines;
using WebQA.TextBrowser.Tests.Warc;

namespace WebQA.TextBrowser.Tests.Environments.Creation;

/// <summary>Against a real server on loopback.</summary>
public sealed class SiteSourceTests : IAsyncLifetime
{
    private readonly MakingFolder _folder = new();
    private readonly Dictionary<string, Func<HttpContext, Task>> _pages = new(StringComparer.Ordinal);
    private FakeService _site = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await FakeService.StartAsync(context =>
            _pages.TryGetValue(context.Request.Path + context.Request.QueryString, out var answer) ? answer(context) : FakeService.Sends("Nothing here", 404)(context));
        _pages["/robots.txt"] = FakeService.Sends("User-agent: *\nDisallow: /private/\nSitemap: " + _site.Origin + "/index.xml", type: "text/plain");
        _pages["/index.xml"] = FakeService.Sends(
            $"<sitemapindex><sitemap><loc>{_site.Origin}/pages.xml.gz</loc></sitemap><sitemap><loc>{_site.Origin}/gone.xml</loc></sitemap></sitemapindex>", type: "application/xml");
        Name("/one", "/two?x=1", "/private/three", "/moved", "/moved-to-private", "/gone", "/picture.png", "https://elsewhere.example/");
        _pages["/one"] = Html("One");
        _pages["/two?x=1"] = Html("Two");
        _pages["/moved"] = To("/new");
        _pages["/new"] = Html("New");
        _pages["/moved-to-private"] = To("/private/three");
        _pages["/picture.png"] = FakeService.Sends("\u0089PNG", type: "image/png");
    }

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("/index.xml")]
    [InlineData("/")]
    public async Task The_pages_that_a_site_names_are_taken_as_its_robots_txt_allows(string from)
    {
        var report = await _folder.MakeAsync(Source(from));

        Assert.Equal(new[] { "/new", "/one", "/two?x=1" }.Select(p => _site.Origin + p), _folder.Pages().All.Select(p => p.Url.AbsoluteUri));
        Assert.Equal("http_error 1, other_site 1, other_type 1, robots 2", string.Join(", ", report.Skipped.Select(s => $"{s.Key} {s.Value}")));
        Assert.Equal(_site.Origin + "/new", _folder.Pages().Find(new Uri(_site.Origin + "/moved"))?.Url.AbsoluteUri);
        Assert.DoesNotContain(_site.Requests, r => r.Line.Contains("private/", StringComparison.Ordinal));
        Assert.Single(_site.Requests, r => r.Line == "GET /robots.txt");
        Assert.All(_site.Requests, r => Assert.Equal("Mozilla/5.0 (compatible; WebQA/1.0; text browser)", r.Headers["User-Agent"]));
        Assert.Contains($"{_site.Origin}/private/three: The robots.txt of 127.0.0.1 does not allow /private/three.", report.Details);
        Assert.NotNull(_folder.Pages().All[0].Listed!.At);
    }

    [Fact]
    public async Task A_run_that_was_stopped_does_not_ask_twice()
    {
        _pages["/two?x=1"] = context =>
        {
            context.Abort();
            return Task.CompletedTask;
        };
        using var stopping = new CancellationTokenSource();
        _pages["/moved"] = async _ => await stopping.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _folder.MakeAsync(Source("/index.xml"), stopping: stopping.Token));
        _site.Requests.Clear();
        _pages["/moved"] = To("/new");
        _pages["/two?x=1"] = Html("Two");

        var report = await _folder.MakeAsync(Source("/index.xml"), CreationMode.Resume);

        Assert.Equal((3, 1), (report.Pages, report.Resumed));
        Assert.DoesNotContain(_site.Requests, r => r.Line == "GET /one");
    }

    [Fact]
    public async Task A_site_that_is_down_ends_the_run_and_loses_no_page()
    {
        var paths = Enumerable.Range(0, 9).Select(i => $"/p{i}").ToArray();
        Name(paths);
        _pages["/p0"] = Html("First");
        foreach (var path in paths[1..])
        {
            _pages[path] = FakeService.Sends("Down", 500);
        }
        var fault = await Assert.ThrowsAsync<PageSourceException>(() => _folder.MakeAsync(Source("/index.xml")));
        Assert.StartsWith("127.0.0.1 did not answer 8 times in a row. ", fault.Message, StringComparison.Ordinal);
        Assert.EndsWith(" What was taken is kept: go on later with --resume.", fault.Message, StringComparison.Ordinal);
        foreach (var path in paths[1..])
        {
            _pages[path] = Html(path);
        }

        Assert.Equal((9, 1), await _folder.MakeAsync(Source("/index.xml"), CreationMode.Resume) is var report ? (report.Pages, report.Resumed) : default);
    }

    [Fact]
    public async Task A_site_whose_robots_txt_has_a_fault_is_not_read()
    {
        _pages["/robots.txt"] = FakeService.Sends("Down", 500);

        var fault = await Assert.ThrowsAsync<PageSourceException>(() => _folder.MakeAsync(Source("/index.xml")));

        Assert.Contains("7 robots", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(_site.Requests, r => r.Line == "GET /one");
    }

    [Fact]
    public async Task A_site_that_wants_minutes_between_requests_is_not_read()
    {
        _pages["/robots.txt"] = FakeService.Sends("User-agent: *\nCrawl-delay: 600", type: "text/plain");

        var fault = await Assert.ThrowsAsync<PageSourceException>(() => _folder.MakeAsync(Source("/index.xml")));

        Assert.Equal("The robots.txt of 127.0.0.1 asks for 600 seconds between two requests, which is more than is waited (120). Ask the site for a copy.", fault.Message);
    }

    [Fact]
    public async Task Requests_are_as_far_apart_as_was_asked()
    {
        Name("/one", "/two?x=1");
        _pages["/one"] = _pages["/two?x=1"] = Html("Page");
        var started = TimeProvider.System.GetTimestamp();

        await _folder.MakeAsync(Source("/pages.xml.gz", TimeSpan.FromSeconds(0.3)));

        // Four requests: robots.txt, the sitemap, two pages. Three waits are between them, however long the machine takes over anything else.
        Assert.InRange(TimeProvider.System.GetElapsedTime(started).TotalSeconds, 0.85, 60);
    }

    [Fact]
    public async Task Without_the_operator_s_word_nothing_private_is_asked()
    {
        var fault = await Assert.ThrowsAsync<PageSourceException>(() =>
            _folder.MakeAsync(new SiteSource(new Uri(_site.Origin + "/index.xml"), new GuardOptions(), TimeSpan.Zero, TimeProvider.System)));

        Assert.True(fault.IsRefused);
        Assert.Empty(_site.Requests);
    }

    [Fact]
    public async Task What_is_no_sitemap_says_so()
    {
        var fault = await Assert.ThrowsAsync<PageSourceException>(() => _folder.MakeAsync(Source("/one")));

        Assert.Equal($"{_site.Origin}/one is not a sitemap (XML or a list of addresses). Name the site's sitemap, or a folder of pages.", fault.Message);
    }

    private static Func<HttpContext, Task> Html(string words) => FakeService.Sends($"<title>{words}</title><p>{words} words.</p>", type: "text/html");

    private static Func<HttpContext, Task> To(string place) => FakeService.Sends("", 302, "text/html", ("Location", place));

    private void Name(params string[] places)
    {
        var text = string.Concat(places.Select(p => $"<url><loc>{(p[0] == '/' ? _site.Origin + p : p)}</loc></url>"));
        var packed = WarcText.Gzip(Encoding.UTF8.GetBytes($"<urlset>{text}</urlset>"));
        _pages["/pages.xml.gz"] = context =>
        {
            context.Response.ContentType = "application/gzip";
            return context.Response.Body.WriteAsync(packed, context.RequestAborted).AsTask();
        };
    }

    private SiteSource Source(string path, TimeSpan? delay = null) =>
        new(new Uri(_site.Origin + path), new GuardOptions { PrivateOrigins = [_site.Origin] }, delay ?? TimeSpan.Zero, TimeProvider.System);
}
