using System.Text;
using Microsoft.Extensions.Time.Testing;
using WebQA.Core.Browsing;
using WebQA.TextBrowser.Environments;
using WebQA.TextBrowser.Fetching;
using WebQA.TextBrowser.Pages;
using WebQA.TextBrowser.Tests.Environments;

namespace WebQA.TextBrowser.Tests.Fetching;

public sealed class FetchLadderTests : IPageFetcher
{
    private const string ScriptPage = "<!DOCTYPE html><title>App</title><div id=a></div><script>a.textContent = 'x'</script>";
    private static readonly Uri Url = new("https://a.example/app");

    private readonly FakeTimeProvider _clock = new();
    private readonly ScriptedRenderer _renderer = new();
    private string? _html = ScriptPage;
    private int _fetches;

    [Fact]
    public async Task A_page_that_scripts_build_is_rendered()
    {
        _renderer.Html = TestWeb.Html("App", "<p>Made by a script.</p>");

        var opened = await OpenAsync();

        Assert.Equal((PageKind.Web, "# App\n\nMade by a script.", true), (opened.Page.Kind, opened.Page.Text, opened.IsLasting));
        Assert.True(opened.Snapshot!.IsRendered);
    }

    [Fact]
    public async Task Rendering_does_not_ask_for_the_page_a_second_time()
    {
        _renderer.Html = TestWeb.Html("App", "<p>Made by a script.</p>");

        await OpenAsync();

        Assert.Equal((1, 1), (_renderer.Renderings, _fetches));
    }

    [Fact]
    public async Task Without_a_browser_such_a_page_says_so_with_the_remedy_and_is_tried_again()
    {
        var opened = await OpenAsync();

        Assert.Equal((PageKind.Error, "This page needs a browser"), (opened.Page.Kind, opened.Page.Title));
        Assert.Equal("This page builds its text by scripts. Run 'webqa doctor --fix'.", opened.Page.Text);
        Assert.False(opened.IsLasting);
    }

    [Fact]
    public async Task Without_a_browser_a_page_with_some_words_is_shown_as_it_is_with_a_note_and_is_tried_again()
    {
        _html = "<!DOCTYPE html><title>App</title><p>A few words.</p><script>document.body.append('x')</script>";

        var opened = await OpenAsync();

        Assert.Equal(
            "A few words.\n\n[The scripts of this page were not run, so some of its text may be missing. This page builds its text by scripts. Run 'webqa doctor --fix'.]",
            opened.Page.Text);
        Assert.Equal((PageKind.Web, false, false), (opened.Page.Kind, opened.IsLasting, opened.Snapshot!.IsRendered));
    }

    [Fact]
    public async Task A_page_with_its_text_in_the_markup_is_not_rendered()
    {
        _html = TestWeb.Html("Plain", "<p>Words without any script.</p>");

        Assert.Equal(PageKind.Web, (await OpenAsync()).Page.Kind);
        Assert.Equal(0, _renderer.Renderings);
    }

    [Fact]
    public async Task A_page_that_does_not_come_in_time_is_an_error_page_and_is_tried_again()
    {
        _html = null;

        var opening = OpenAsync();
        _clock.Advance(TimeSpan.FromSeconds(21));
        var opened = await opening;

        Assert.Equal((PageKind.Error, "The page took too long", false), (opened.Page.Kind, opened.Page.Title, opened.IsLasting));
        Assert.Equal("The page did not come within 20 seconds. Try it again, or go back and try another link.", opened.Page.Text);
    }

    [Fact]
    public async Task A_caller_that_gives_up_is_not_told_of_a_limit()
    {
        _html = null;
        using var caller = new CancellationTokenSource();

        var opening = OpenAsync(caller.Token);
        await caller.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => opening);
    }

    public async Task<FetchOutcome> FetchAsync(Uri url, CancellationToken cancellationToken = default)
    {
        _fetches++;
        if (_html is null)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, _clock, cancellationToken);
        }
        return new FetchOutcome.Fetched(new PageSnapshot(url, url, "text/html", Encoding.UTF8.GetBytes(_html!), _clock.GetUtcNow()));
    }

    private Task<OpenedPage> OpenAsync(CancellationToken cancellationToken = default) =>
        new FetchLadder(this, new PageReader(new TestWeb()), _renderer, new EnvironmentLimits(), _clock).OpenAsync(Url, cancellationToken);
}
