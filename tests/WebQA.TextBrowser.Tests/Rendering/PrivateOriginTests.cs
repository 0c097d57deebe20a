using System.Collections.Concurrent;
using System.Text;
using WebQA.Core.Browsing;

namespace WebQA.TextBrowser.Tests.Rendering;

/// <summary>A real Chromium, and pages of the public web beside those of a private origin that the environment lists.</summary>
public sealed class PrivateOriginTests(RendererFixture renderer)
{
    private const string Public = "https://public.example/";
    private const string Private = "http://localhost:8080/";

    [Fact]
    public async Task A_page_of_the_public_web_gets_nothing_of_a_private_origin()
    {
        var web = new Web(
            (Public, $$"""
                <p id=x>waiting</p>
                <script>
                  const said = [], tell = (way, what) => { said.push(way + ' ' + what); x.textContent = said.length < 5 ? 'waiting ' + said.length : said.sort().join(', '); };
                  const get = (way, url, how) => fetch(url, how).then(r => r.text()).then(t => tell(way, t || 'nothing'), () => tell(way, 'refused'));
                  get('cors', '{{Private}}secret'); get('no-cors', '{{Private}}secret', { mode: 'no-cors' }); get('redirect', '/redirect'); get('own', '/own');
                  const script = document.createElement('script');
                  script.src = '{{Private}}secret'; script.onload = () => tell('script', 'ran'); script.onerror = () => tell('script', 'refused');
                  document.head.append(script);
                </script>
                """),
            (Public + "own", "mine"), (Private + "secret", "secret"));

        var text = await RenderAsync(Public, web);

        Assert.Contains("<p id=\"x\">cors refused, no-cors refused, own mine, redirect refused, script refused</p>", text, StringComparison.Ordinal);
        Assert.DoesNotContain(web.Asked, url => url.StartsWith(Private, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_page_of_the_public_web_that_goes_on_to_a_private_origin_is_read_where_it_stands()
    {
        var web = new Web((Public, $"<p>The text of the page.</p><script>location = '{Private}secret'</script>"), (Private + "secret", "secret"));

        var text = await RenderAsync(Public, web);

        Assert.Contains("<p>The text of the page.</p>", text, StringComparison.Ordinal);
        Assert.Equal([Public], web.Asked);
    }

    [Fact]
    public async Task A_page_of_a_private_origin_is_built_from_its_own_data_and_from_the_public_web()
    {
        var web = new Web(
            (Private, $"<p id=x></p><script>Promise.all(['/secret', '{Public}own'].map(u => fetch(u).then(r => r.text()))).then(t => {{ x.textContent = t; }})</script>"),
            (Private + "secret", "secret"), (Public + "own", "open"));

        Assert.Contains("<p id=\"x\">secret,open</p>", await RenderAsync(Private, web), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_of_the_public_web_that_a_private_page_goes_on_to_gets_nothing_of_it()
    {
        var web = new Web(
            (Private, $"<p>Private.</p><script>location = '{Public}'</script>"),
            (Public, $"<p id=x>waiting</p><script>fetch('{Private}secret').then(r => r.text()).then(t => {{ x.textContent = t; }}, () => {{ x.textContent = 'refused'; }})</script>"),
            (Private + "secret", "secret"));

        Assert.Contains("<p id=\"x\">refused</p>", await RenderAsync(Private, web), StringComparison.Ordinal);
        Assert.Equal([Private, Public], web.Asked);
    }

    private async Task<string> RenderAsync(string url, IPageFetcher web) => Encoding.UTF8.GetString((await renderer.RenderAsync(url, web)).Bytes.Span);

    /// <summary>Pages in memory; that of /redirect is the secret, come by over another address.</summary>
    private sealed class Web(params (string Url, string Html)[] pages) : IPageFetcher
    {
        public ConcurrentQueue<string> Asked { get; } = new();

        public bool IsPrivate(Uri url) => url.Authority == "localhost:8080";

        public Task<FetchOutcome> FetchAsync(Uri url, CancellationToken cancellationToken = default)
        {
            Asked.Enqueue(url.AbsoluteUri);
            var final = url.AbsolutePath == "/redirect" ? new Uri(Private + "secret") : url;
            return Task.FromResult<FetchOutcome>(new FetchOutcome.Fetched(new PageSnapshot(
                url, final, "text/html; charset=utf-8", Encoding.UTF8.GetBytes(pages.Single(page => page.Url == final.AbsoluteUri).Html), PagesFetcher.Noon)));
        }
    }
}
