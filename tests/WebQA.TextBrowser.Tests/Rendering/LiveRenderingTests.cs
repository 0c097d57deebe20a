using Microsoft.AspNetCore.Http;
using WebQA.Core.Answers;
using WebQA.Core.Browsing;
using WebQA.Core.Episodes;
using WebQA.Core.Questions;
using WebQA.TextBrowser.Tests.Environments;
using WebQA.TextBrowser.Tests.Fetching.Live;

namespace WebQA.TextBrowser.Tests.Rendering;

/// <summary>A live web on a real server of this machine, whose pages a real Chromium builds.</summary>
public sealed class LiveRenderingTests(RendererFixture renderer) : IAsyncLifetime
{
    private const string App = """
        fetch('/data.json', { credentials: 'include' }).then(r => r.json()).then(data => {
          document.getElementById('app').innerHTML = `<h1>${data.title}</h1><p>${data.text}</p><p><a href="/next">The next page</a></p>`;
        });
        """;

    private readonly TestWeb _web = new();
    private TestSite _site = null!;

    public async ValueTask InitializeAsync() => _site = (await TestSite.StartAsync())
        .Page("/app", "<!DOCTYPE html><title>App</title><div id=app></div><img src=/pixel.png><script src=/app.js></script>")
        .Page("/next", TestWeb.Html("Next", "<p>A page without scripts.</p>"))
        .Answer("/app.js", context => WriteAsync(context, "text/javascript", App))
        .Answer("/data.json", context => WriteAsync(context, "application/json", """{ "title": "Crow gifts", "text": "A crow may leave a button or a bead at the feeder." }"""));

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        await _web.DisposeAsync();
    }

    [Fact]
    public async Task A_live_page_that_scripts_build_is_read_quoted_and_cited_in_an_episode()
    {
        var live = await renderer.RendererAsync(allowUnsandboxed: true);
        _web.Add(
            "live",
            $$"""{ "version": 1, "name": "live", "title": "Live", "engines": ["local"], "pages": "web", "live": true, "unsandboxedRendering": true, "privateOrigins": ["{{_site.Origin}}"] }""",
            ("birds.example/index.html", TestWeb.Html("Birds", $"<p>All about crows. <a href='{_site.Origin}/app'>Crows and their gifts</a>.</p>")));
        var environment = _web.Open(_ => live).GetWeb("live");
        await environment.WaitUntilReadyAsync(TestContext.Current.CancellationToken);
        var reader = new ScriptedReader("Search crows", "Clicked on link 0", "Clicked on link 0", "Quote: A crow may leave a button or a bead", "Clicked on link 0");
        var question = new Question("q1", "Do crows bring gifts?");
        var episode = Episode.Begin(new EpisodeSetup { Id = "e1", Question = question, Environment = "live", Policy = "script" }, environment.For(question), reader, TimeProvider.System);
        using var control = new EpisodeControl();

        await foreach (var step in EpisodeRunner.RunAsync(episode, reader, control, TimeProvider.System, TestContext.Current.CancellationToken))
        {
            Assert.Equal(StepResult.Ok, step.Result);
        }

        var reference = Assert.Single(episode.State.References);
        Assert.Equal((Outcome.Answered, _site.Origin + "/app"), (episode.State.Ended!.Outcome, reference.FinalUrl));
        Assert.Equal(reference.Extract, (await environment.ReadAsync(reference.PageSha256, TestContext.Current.CancellationToken)).PlainText.Substring(reference.Start, reference.Length));
        Assert.Equal("Next", episode.State.Visit!.Page.Title);
        Assert.Equal(["/app", "/app.js", "/data.json", "/next"], _site.Asked);
    }

    [Fact]
    public async Task A_live_page_of_another_site_gets_nothing_of_a_private_origin_that_its_environment_lists()
    {
        var live = await renderer.RendererAsync(allowUnsandboxed: true);
        _web.Add(
            "live",
            $$"""{ "version": 1, "name": "live", "title": "Live", "engines": ["local"], "pages": "web", "live": true, "unsandboxedRendering": true, "privateOrigins": ["{{_site.Origin}}"] }""",
            ("birds.example/index.html", $"<!DOCTYPE html><title>Birds</title><div id=app></div><script>fetch('{_site.Origin}/data.json').then(r => r.text(), () => 'It was refused.').then(t => {{ app.textContent = t; }})</script>"));

        var page = await _web.Open(_ => live).GetWeb("live").OpenAsync("http://birds.example/", TestContext.Current.CancellationToken);

        Assert.Equal("It was refused.", page.PlainText);
        Assert.Empty(_site.Asked);
    }

    [Fact]
    public async Task As_root_a_live_page_is_shown_without_its_scripts_where_its_environment_does_not_allow_otherwise()
    {
        Assert.SkipUnless(TextBrowser.Rendering.ChromiumSandbox.IsRoot, "This user has a sandbox.");
        _site.Page("/thin", "<!DOCTYPE html><title>Thin</title><p>A few words.</p><script src=/app.js></script>");
        var live = await renderer.RendererAsync(allowUnsandboxed: false);
        _web.Add("live", $$"""{ "version": 1, "name": "live", "title": "Live", "engines": ["local"], "pages": "web", "live": true, "privateOrigins": ["{{_site.Origin}}"] }""", ("a.example/index.html", TestWeb.Html("A", "<p>A.</p>")));

        var page = await _web.Open(_ => live).GetWeb("live").OpenAsync(_site.Origin + "/thin", TestContext.Current.CancellationToken);

        Assert.Equal(PageKind.Web, page.Kind);
        Assert.StartsWith("A few words.\n\n[The scripts of this page were not run, so some of its text may be missing. ", page.Text, StringComparison.Ordinal);
        Assert.EndsWith(TextBrowser.Rendering.ChromiumSandbox.RootRemedy + "]", page.Text, StringComparison.Ordinal);
        Assert.Equal(["/thin"], _site.Asked);
    }

    private static Task WriteAsync(HttpContext context, string type, string body)
    {
        context.Response.ContentType = type;
        return context.Response.WriteAsync(body);
    }
}
