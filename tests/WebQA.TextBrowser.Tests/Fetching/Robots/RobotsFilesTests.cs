using System.Text;
using Microsoft.Extensions.Time.Testing;
using WebQA.Core.Browsing;
using WebQA.TextBrowser.Fetching.Robots;

namespace WebQA.TextBrowser.Tests.Fetching.Robots;

public sealed class RobotsFilesTests : IPageFetcher
{
    private static readonly Uri Page = new("https://a.example/x");

    private readonly FakeTimeProvider _clock = new();
    private readonly List<string> _asked = [];
    private FetchOutcome? _fault;

    [Fact]
    public async Task A_file_is_read_once_a_day_for_each_site()
    {
        var files = new RobotsFiles(this, "WebQA", _clock);

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => files.RulesAsync(Page, TestContext.Current.CancellationToken)));
        await files.RulesAsync(new Uri("https://a.example:444/x"), TestContext.Current.CancellationToken);
        _clock.Advance(TimeSpan.FromHours(25));
        await files.RulesAsync(Page, TestContext.Current.CancellationToken);

        Assert.All(answers, rules => Assert.False(rules.Allows(Page)));
        Assert.Equal(["https://a.example/robots.txt", "https://a.example:444/robots.txt", "https://a.example/robots.txt"], _asked);
    }

    [Theory]
    [InlineData("not_found", true)]
    [InlineData("forbidden", true)]
    [InlineData("too_many_redirects", true)]
    [InlineData("server_error", false)]
    [InlineData("timeout", false)]
    [InlineData("dns", false)]
    [InlineData("throttled", false)]
    public async Task A_site_without_the_file_allows_everything_and_one_that_cannot_answer_nothing(string kind, bool isAllowed)
    {
        _fault = new FetchOutcome.Failed(kind, "A fault.");

        var rules = await new RobotsFiles(this, "WebQA", _clock).RulesAsync(Page, TestContext.Current.CancellationToken);

        Assert.Equal(isAllowed, rules.Allows(new Uri("https://a.example/y")));
    }

    [Fact]
    public async Task A_site_that_could_not_answer_is_asked_again_after_some_minutes()
    {
        var files = new RobotsFiles(this, "WebQA", _clock);
        _fault = new FetchOutcome.Failed("server_error", "A fault.");
        var before = await files.RulesAsync(Page, TestContext.Current.CancellationToken);
        _fault = null;

        _clock.Advance(TimeSpan.FromMinutes(6));
        var after = await files.RulesAsync(Page, TestContext.Current.CancellationToken);

        Assert.Equal((false, true), (before.Allows(new Uri("https://a.example/y")), after.Allows(new Uri("https://a.example/y"))));
    }

    public Task<FetchOutcome> FetchAsync(Uri url, CancellationToken cancellationToken = default)
    {
        _asked.Add(url.AbsoluteUri);
        return Task.FromResult(_fault ?? new FetchOutcome.Fetched(new PageSnapshot(url, url, "text/plain", Encoding.UTF8.GetBytes("User-agent: *\nDisallow: /x"), _clock.GetUtcNow())));
    }
}
