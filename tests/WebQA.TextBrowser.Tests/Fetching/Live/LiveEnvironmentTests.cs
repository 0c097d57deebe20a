using System.Text;
using WebQA.Core.Answers;
using WebQA.Core.Browsing;
using WebQA.Core.Episodes;
using WebQA.Core.Questions;
using WebQA.TextBrowser.Environments;
using WebQA.TextBrowser.Tests.Environments;
using WebQA.TextBrowser.Tests.Fetching.Http;

namespace WebQA.TextBrowser.Tests.Fetching.Live;

public sealed class LiveEnvironmentTests : IAsyncLifetime
{
    private readonly TestWeb _web = new();
    private TestSite _site = null!;

    public async ValueTask InitializeAsync() => _site = (await TestSite.StartAsync())
        .Page("/crows", TestWeb.Html("Crows", "<p>Crows remember the faces of people for years. <a href='/gifts'>Their gifts</a> are small.</p>"))
        .Page("/gifts", TestWeb.Html("Gifts", "<p>A crow may leave a button or a bead at the feeder.</p>"));

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        await _web.DisposeAsync();
    }

    [Fact]
    public async Task An_episode_goes_from_the_folder_to_the_real_web_and_cites_it()
    {
        var environment = Open();
        var reader = new ScriptedReader("Search crows", "Clicked on link 0", "Clicked on link 0", "Clicked on link 0", "Quote: A crow may leave a button or a bead");

        var episode = await RunAsync(environment, reader);

        var reference = Assert.Single(episode.State.References);
        Assert.Equal((_site.Origin + "/gifts", "Gifts", "127.0.0.1"), (reference.FinalUrl, reference.Title, reference.Domain));
        Assert.Equal("A crow may leave a button or a bead", reference.Extract);
        Assert.Equal((Outcome.Answered, "A crow may leave a button or a bead [1]"), (episode.State.Ended!.Outcome, episode.State.Composed!.Answer!.Text));
        Assert.Equal(reference.Extract, (await environment.ReadAsync(reference.PageSha256, Token)).PlainText.Substring(reference.Start, reference.Length));
        Assert.Equal(["/crows", "/gifts"], _site.Asked);
    }

    [Fact]
    public async Task A_site_is_asked_for_a_page_once_in_a_run()
    {
        var environment = Open();

        var pages = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => environment.OpenAsync(_site.Origin + "/crows", Token)));
        await environment.OpenAsync(_site.Origin + "/crows#faces", Token);

        Assert.Single(pages.Distinct());
        Assert.Equal(["/crows"], _site.Asked);
    }

    [Fact]
    public async Task A_page_of_today_is_taken_from_the_archive_in_the_next_run()
    {
        var first = await Open().OpenAsync(_site.Origin + "/crows", Token);
        _site.Page("/crows", TestWeb.Html("Changed", "<p>Other words.</p>"));

        var second = await Open().OpenAsync(_site.Origin + "/crows", Token);

        Assert.Equal((first.PageSha256, first.FetchedAt), (second.PageSha256, second.FetchedAt));
        Assert.Equal(["/crows"], _site.Asked);
    }

    [Fact]
    public async Task A_page_older_than_the_limit_is_asked_for_again_and_both_can_be_shown()
    {
        var first = await Open().OpenAsync(_site.Origin + "/crows", Token);
        _site.Page("/crows", TestWeb.Html("Changed", "<p>Other words.</p>"));

        var environment = Open("\"limits\": { \"archiveHours\": 0 }");
        var second = await environment.OpenAsync(_site.Origin + "/crows", Token);

        Assert.Equal(("Crows", "Changed"), (first.Title, second.Title));
        Assert.Equal("Crows", (await environment.ReadAsync(first.PageSha256, Token)).Title);
        Assert.Equal(["/crows", "/crows"], _site.Asked);
    }

    [Fact]
    public async Task A_page_of_a_private_origin_is_not_shown_where_that_origin_is_not_listed()
    {
        await Open().OpenAsync(_site.Origin + "/crows", Token);

        var page = await Open(privateOrigins: []).OpenAsync(_site.Origin + "/crows", Token);

        Assert.Equal(PageKind.Error, page.Kind);
        Assert.Equal("127.0.0.1 is not on the public web, so it is not opened. An operator can allow it under 'privateOrigins' of the environment.", page.Text);
        Assert.Equal(["/crows"], _site.Asked);
    }

    [Fact]
    public async Task A_page_with_links_that_are_blocked_here_is_fetched_anew_without_them()
    {
        _site.Page("/links", TestWeb.Html("Links", "<p>Read <a href='https://www.blocked.example/x'>more</a> about it.</p>"));

        var free = await Open().OpenAsync(_site.Origin + "/links", Token);
        var blocked = await Open("\"blockedDomains\": [\"blocked.example\"]").OpenAsync(_site.Origin + "/links", Token);

        Assert.Equal((1, 0), (free.Links.Count, blocked.Links.Count));
        Assert.Equal(["/links", "/links"], _site.Asked);
    }

    [Fact]
    public async Task A_live_page_that_holds_the_question_is_hidden()
    {
        var question = new Question("q1", "Why do crows remember the faces of people for many years on end?");
        _site.Page("/copy", TestWeb.Html("Copy", $"<p>{question.Text} Because they can.</p>"));

        var page = await Open().For(question).OpenAsync(_site.Origin + "/copy", Token);

        Assert.Equal("The page is hidden", page.Title);
    }

    [Fact]
    public async Task A_live_page_that_scripts_build_is_rendered_from_one_request()
    {
        _site.Page("/app", "<!DOCTYPE html><title>App</title><div id=a></div><script>a.textContent = 'x'</script>");
        _web.Renderer.Html = TestWeb.Html("App", "<p>Made by a script.</p>");

        var page = await Open().OpenAsync(_site.Origin + "/app", Token);

        Assert.Equal("# App\n\nMade by a script.", page.Text);
        Assert.Equal(["/app"], _site.Asked);
    }

    [Fact]
    public async Task A_page_that_ended_early_says_so_and_is_asked_for_again()
    {
        await using var server = new LoopbackServer(
            TimeSpan.Zero,
            "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 10000\r\n\r\n"u8.ToArray(),
            Encoding.UTF8.GetBytes(TestWeb.Html("Half", "<p>Half of a page about crows.</p>")));
        var environment = Open(privateOrigins: [server.Origin]);

        var page = await environment.OpenAsync(server.Url.AbsoluteUri, Token);
        await environment.OpenAsync(server.Url.AbsoluteUri, Token);
        await Open(privateOrigins: [server.Origin]).OpenAsync(server.Url.AbsoluteUri, Token);

        Assert.Equal("# Half\n\nHalf of a page about crows.\n\n[The page was cut here: its site stopped before it had sent all of it.]", page.Text);
        Assert.Equal(3, server.Connections);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private WebEnvironment Open(string more = "\"title\": \"Live\"", string[]? privateOrigins = null)
    {
        var origins = string.Join(", ", (privateOrigins ?? [_site.Origin]).Select(o => $"\"{o}\""));
        var title = more.Contains("title", StringComparison.Ordinal) ? string.Empty : "\"title\": \"Live\", ";
        _web.Add(
            "live",
            $$"""{ "version": 1, "name": "live", {{title}}{{more}}, "engines": ["local"], "pages": "web", "live": true, "privateOrigins": [{{origins}}] }""",
            ("birds.example/index.html", TestWeb.Html("Birds", $"<p>All about crows. <a href='{_site.Origin}/crows'>Crows and their gifts</a>.</p>")));
        return _web.Open().GetWeb("live");
    }

    private static async Task<Episode> RunAsync(WebEnvironment environment, ScriptedReader reader)
    {
        await environment.WaitUntilReadyAsync(Token);
        var question = new Question("q1", "Do crows bring gifts?");
        var setup = new EpisodeSetup { Id = "e1", Question = question, Environment = "live", Policy = "script" };
        var episode = Episode.Begin(setup, environment.For(question), reader, TimeProvider.System);
        using var control = new EpisodeControl();
        await foreach (var step in EpisodeRunner.RunAsync(episode, reader, control, TimeProvider.System, Token))
        {
            Assert.Equal((step.Number, StepResult.Ok), (step.Number, step.Result));
        }
        return episode;
    }
}
