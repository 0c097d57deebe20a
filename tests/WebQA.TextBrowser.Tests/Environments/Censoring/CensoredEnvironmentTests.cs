using WebQA.Core.Browsing;
using WebQA.Core.Episodes;
using WebQA.Core.Questions;

namespace WebQA.TextBrowser.Tests.Environments.Censoring;

public sealed class CensoredEnvironmentTests : IAsyncDisposable
{
    private const string Asked = "Why do the crows in my street leave small shiny gifts for the people who feed them?";
    private const string Known = "They learnt that leaving a thing behind is followed by more of the food that they like.";

    private static readonly Question Question = new("q", Asked);

    private readonly TestWeb _web = new TestWeb()
        .Add("open", null, Pages)
        .Add("by-question", Definition("by-question", "question"), Pages)
        .Add("by-reference", Definition("by-reference", "reference"), Pages);

    private static (string Place, string Content)[] Pages =>
    [
        ("forum.example/thread.html", TestWeb.Html("Crows and gifts", $"<p>{Asked} Asking for a friend. Crows, crows.</p>")),
        ("birds.example/answer.html", TestWeb.Html("Crow gifts", $"<p>Crows leave gifts. {Known}</p>")),
        ("birds.example/food.html", TestWeb.Html("Crow food", "<p>Crows like peanuts. <a href='https://forum.example/thread'>A question about gifts</a></p>")),
    ];

    public ValueTask DisposeAsync() => _web.DisposeAsync();

    [Fact]
    public async Task A_page_that_holds_the_question_is_an_error_page_and_the_archive_keeps_both()
    {
        var web = _web.Open().Get("by-question");
        var page = await web.For(Question).OpenAsync("https://forum.example/thread", Token);

        Assert.Equal((PageKind.Error, "The page is hidden", "https://forum.example/thread", "forum.example"), (page.Kind, page.Title, page.Url, page.Domain));
        Assert.Equal(
            "This page holds the words of the question or of a known answer to it, so it is not shown in this environment. Go back and try another link.", page.Text);
        Assert.Contains(_web.Archive.Pages, p => p.PageSha256 == page.PageSha256);
        Assert.Contains(_web.Archive.Pages, p => p.Kind == PageKind.Web && p.Url == "https://forum.example/thread");
        Assert.Equal(PageKind.Web, (await web.For(new Question("other", "Why do stars shine and for how long will they go on with it?")).OpenAsync("https://forum.example/thread", Token)).Kind);
    }

    [Fact]
    public async Task A_result_that_holds_the_question_is_left_out_and_the_others_are_numbered_anew()
    {
        var catalog = _web.Open();

        var all = await catalog.Get("open").For(Question).SearchAsync(Asked, Token);
        var shown = await catalog.Get("by-question").For(Question).SearchAsync(Asked, Token);

        Assert.Equal("https://forum.example/thread", all.Links[0].Url);
        Assert.Equal(all.Links.Skip(1).Select(l => l.Url), shown.Links.Select(l => l.Url));
        Assert.Equal(Enumerable.Range(0, all.Links.Count - 1), shown.Links.Select(l => l.Id));
        Assert.Equal(all.Title, shown.Title);
        Assert.DoesNotContain("Asking for a friend", shown.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("open", PageKind.Web, PageKind.Web)]
    [InlineData("by-question", PageKind.Error, PageKind.Web)]
    [InlineData("by-reference", PageKind.Error, PageKind.Error)]
    public async Task The_definition_says_which_pages_are_hidden(string name, PageKind thread, PageKind answer)
    {
        var web = _web.Open().Get(name).For(Question, [Known]);

        Assert.Equal(thread, (await web.OpenAsync("https://forum.example/thread", Token)).Kind);
        Assert.Equal(answer, (await web.OpenAsync("https://birds.example/answer", Token)).Kind);
        Assert.Equal(PageKind.Web, (await web.OpenAsync("https://birds.example/food", Token)).Kind);
    }

    [Fact]
    public async Task A_reference_rule_without_a_known_answer_goes_by_the_question()
    {
        var web = _web.Open().Get("by-reference").For(Question);

        Assert.Equal(PageKind.Error, (await web.OpenAsync("https://forum.example/thread", Token)).Kind);
        Assert.Equal(PageKind.Web, (await web.OpenAsync("https://birds.example/answer", Token)).Kind);
    }

    [Fact]
    public void Without_a_rule_or_with_a_short_question_nothing_stands_between()
    {
        var catalog = _web.Open();

        Assert.Same(catalog.Get("open"), catalog.Get("open").For(Question));
        Assert.Same(catalog.Get("by-question"), catalog.Get("by-question").For(new Question("short", "Why do crows leave gifts?")));
    }

    [Fact]
    public async Task The_step_that_met_it_has_failed_and_the_episode_can_be_told_again()
    {
        var web = _web.Open().Get("by-question").For(Question);
        var journal = new EventList();
        var setup = new EpisodeSetup { Id = "e", Question = Question, Environment = "by-question", Policy = "scripted" };
        var episode = Episode.Begin(setup, web, journal, TimeProvider.System);

        await episode.ApplyAsync(new PolicyDecision("Search crow food"), cancellationToken: Token);
        var food = episode.State.Visit!.Page.Links.Single(l => l.Url.EndsWith("/food", StringComparison.Ordinal)).Id;
        await episode.ApplyAsync(new PolicyDecision($"Clicked on link {food}"), cancellationToken: Token);
        await episode.ApplyAsync(new PolicyDecision("Clicked on link 0"), cancellationToken: Token);

        var step = Assert.IsType<StepTaken>(journal.Events[^1]);
        Assert.Equal((StepResult.Failed, "The page is hidden", true), (step.Result, step.Message, step.Opened));
        Assert.Contains("♦Title\nThe page is hidden (forum.example)\n", episode.Observation.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Asking for a friend", episode.Observation.Text, StringComparison.Ordinal);

        var again = await Episode.RestoreAsync([new EpisodeStarted(setup), .. journal.Events], _web.Open().Get("by-question"), journal, TimeProvider.System, Token);
        Assert.Equal(episode.Observation.Text, again.Observation.Text);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static string Definition(string name, string rule) =>
        $$"""{ "version": 1, "name": "{{name}}", "title": "A test web", "engines": ["local"], "pages": "web", "censor": "{{rule}}" }""";

    private sealed class EventList : IEpisodeJournal
    {
        public List<EpisodeEvent> Events { get; } = [];

        public Task AppendAsync(EpisodeEvent episodeEvent, CancellationToken cancellationToken = default)
        {
            Events.Add(episodeEvent);
            return Task.CompletedTask;
        }
    }
}
