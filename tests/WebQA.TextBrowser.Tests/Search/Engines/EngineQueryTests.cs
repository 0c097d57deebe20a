using WebQA.TextBrowser.Search.Engines;

namespace WebQA.TextBrowser.Tests.Search.Engines;

public sealed class EngineQueryTests
{
    [Theory]
    [InlineData("crows site:birds.example gifts", "crows gifts", "birds.example")]
    [InlineData("site:A.example site:a.example filetype:pdf crows", "crows", "a.example")]
    [InlineData("site:birds.example", "site:birds.example", "birds.example")]
    [InlineData("website:crows and 10:30", "website:crows and 10:30", "")]
    public void Where_an_engine_has_no_operators_they_are_taken_out(string query, string text, string sites)
    {
        var fitted = EngineQuery.Fit(query, new EngineCapabilities());

        Assert.Equal((text, sites), (fitted.Text, string.Join(' ', fitted.Sites)));
    }

    [Fact]
    public void Where_an_engine_has_operators_they_stay() =>
        Assert.Equal("crows site:birds.example", EngineQuery.Fit("crows  site:birds.example", new EngineCapabilities { HasOperators = true }).Text);

    [Theory]
    [InlineData("how do crows bring gifts", 14, 50, "how do crows")]
    [InlineData("how do crows bring gifts", 100, 2, "how do")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaa", 5, 50, "aaaaa")]
    [InlineData("aaaa😀", 5, 50, "aaaa")]
    public void A_query_that_is_too_long_is_cut_at_a_word(string query, int length, int words, string fitted) =>
        Assert.Equal(fitted, EngineQuery.Fit(query, new EngineCapabilities { MaxQueryLength = length, MaxQueryWords = words }).Text);
}
