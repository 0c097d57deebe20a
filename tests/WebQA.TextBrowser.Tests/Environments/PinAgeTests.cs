using System.Text;
using Microsoft.Extensions.Time.Testing;
using WebQA.Core.Browsing;
using WebQA.TextBrowser.Environments;
using WebQA.TextBrowser.Fetching;
using WebQA.TextBrowser.Pages;
using WebQA.TextBrowser.Tests.Search.Engines;

namespace WebQA.TextBrowser.Tests.Environments;

/// <summary>How long what was searched and opened once stays the same for all episodes of a process.</summary>
public sealed class PinAgeTests : IPageFetcher, IAsyncDisposable
{
    private const string Url = "https://birds.example/crows";

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 30, 12, 0, 0, TimeSpan.Zero));
    private readonly ScriptedEngine _engine = new(ScriptedEngine.Finds());
    private readonly TestWeb _parts = new();
    private string? _html;
    private int _fetches;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _parts.DisposeAsync();

    [Fact]
    public async Task A_page_that_was_missing_on_a_live_web_is_asked_for_again_after_the_hours_of_the_archive()
    {
        var live = Open(isLive: true, TimeSpan.FromHours(6));
        Assert.Equal("Page not found", (await live.OpenAsync(Url, Token)).Title);
        _html = TestWeb.Html("Crows", "<p>Crows bring gifts.</p>");

        _clock.Advance(TimeSpan.FromHours(5));
        Assert.Equal("Page not found", (await live.OpenAsync(Url, Token)).Title);
        _clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal("Crows", (await live.OpenAsync(Url, Token)).Title);
        Assert.Equal(2, _fetches);
    }

    [Fact]
    public async Task Without_hours_of_the_archive_a_live_page_stays_the_same_for_an_hour()
    {
        var live = Open(isLive: true, TimeSpan.Zero);

        await live.OpenAsync(Url, Token);
        _clock.Advance(TimeSpan.FromMinutes(59));
        await live.OpenAsync(Url, Token);
        Assert.Equal(1, _fetches);
        _clock.Advance(TimeSpan.FromMinutes(1));
        await live.OpenAsync(Url, Token);

        Assert.Equal(2, _fetches);
    }

    [Fact]
    public async Task A_search_of_a_live_web_is_made_again_after_a_day()
    {
        var live = Open(isLive: true, TimeSpan.FromHours(6));

        await live.SearchAsync("crows", Token);
        _clock.Advance(TimeSpan.FromHours(23));
        await live.SearchAsync("crows", Token);
        Assert.Equal(1, _engine.Searches);
        _clock.Advance(TimeSpan.FromHours(1));
        await live.SearchAsync("crows", Token);

        Assert.Equal(2, _engine.Searches);
    }

    [Fact]
    public async Task An_offline_web_never_changes()
    {
        var offline = Open(isLive: false, TimeSpan.FromHours(6));

        for (var year = 0; year < 3; year++)
        {
            await offline.OpenAsync(Url, Token);
            await offline.SearchAsync("crows", Token);
            _clock.Advance(TimeSpan.FromDays(365));
        }

        Assert.Equal((1, 1), (_fetches, _engine.Searches));
    }

    public Task<FetchOutcome> FetchAsync(Uri url, CancellationToken cancellationToken = default)
    {
        _fetches++;
        return Task.FromResult<FetchOutcome>(_html is null
            ? new FetchOutcome.Failed("not_found", "There is no such page.")
            : new FetchOutcome.Fetched(new PageSnapshot(url, url, "text/html; charset=utf-8", Encoding.UTF8.GetBytes(_html), _clock.GetUtcNow())));
    }

    private WebEnvironment Open(bool isLive, TimeSpan archiveAge)
    {
        var definition = new EnvironmentDefinition
        {
            Name = "birds", Title = "Birds", Engines = [new EngineEntry("local")], PagesFolder = string.Empty, IsLive = isLive, Limits = new EnvironmentLimits { ArchiveAge = archiveAge },
        };
        var ladder = new FetchLadder(this, new PageReader(_parts), _parts.Renderer, definition.Limits, _clock);
        return new WebEnvironment(new EnvironmentInfo("birds", new string('0', 64), "Birds"), definition, [_engine], ladder, _parts.Archive, _clock);
    }
}
