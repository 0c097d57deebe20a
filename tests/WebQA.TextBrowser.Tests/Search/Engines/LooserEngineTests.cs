using WebQA.Core.Browsing;
using WebQA.TextBrowser.Search.Engines;
using WebQA.TextBrowser.Search.Engines.Protocols;

namespace WebQA.TextBrowser.Tests.Search.Engines;

public sealed class LooserEngineTests : ISearchEngine
{
    private readonly List<string> _asked = [];
    private readonly Dictionary<string, string[]> _pages = new(StringComparer.Ordinal);

    public string Name => "kiwix";

    public Task<IReadOnlyList<SearchResult>> SearchAsync(string query, int count, CancellationToken cancellationToken = default)
    {
        _asked.Add(query);
        return Task.FromResult<IReadOnlyList<SearchResult>>([.. _pages.GetValueOrDefault(query, []).Take(count).Select(p => new SearchResult(p, $"https://{p}.example/", ""))]);
    }

    private async Task<string> FoundAsync(EngineProtocol protocol, string query) =>
        string.Join(' ', (await new LooserEngine(this, protocol).SearchAsync(query, 4, TestContext.Current.CancellationToken)).Select(r => r.Title));

    [Fact]
    public async Task Where_enough_is_found_nothing_more_is_asked()
    {
        _pages["Do crows bring gifts?"] = ["a", "b", "c"];

        Assert.Equal("a b c", await FoundAsync(new KiwixProtocol(), "Do crows bring gifts?"));
        Assert.Single(_asked);
    }

    [Fact]
    public async Task Where_little_is_found_one_word_is_left_out_then_all_but_one_and_what_has_every_word_stays_first()
    {
        _pages["Do crows bring gifts?"] = ["all"];
        _pages["crows gifts"] = ["two"];
        _pages["crows"] = ["crow", "both"];
        _pages["gifts"] = ["both", "gift"];

        Assert.Equal("all two both crow", await FoundAsync(new KiwixProtocol(), "Do crows bring gifts?"));
        Assert.Equal(["Do crows bring gifts?", "bring gifts", "crows gifts", "crows bring", "crows", "bring", "gifts"], _asked);
    }

    [Fact]
    public async Task A_wiki_is_asked_once_more_for_any_of_the_words()
    {
        _pages["crows OR bring OR gifts"] = ["a", "b"];

        Assert.Equal("a b", await FoundAsync(new MediaWikiProtocol(), "Do crows bring gifts?"));
        Assert.Equal(2, _asked.Count);
    }

    [Fact]
    public async Task An_engine_that_ranks_by_itself_is_asked_once()
    {
        Assert.Equal("", await FoundAsync(new SearxngProtocol(), "Do crows bring gifts?"));
        Assert.Single(_asked);
    }
}
