using WebQA.TextBrowser.Search;

namespace WebQA.TextBrowser.Tests.Search;

public class QueryTermsTests
{
    [Theory]
    [InlineData("Why do crows bring people gifts?", new[] { "crows", "bring", "gifts" })]
    [InlineData("CROWS, crows & Crows", new[] { "crows" })]
    [InlineData("to be or not to be", new[] { "to", "be", "or", "not" })]
    [InlineData("größe \"OR\" NEAR(x) * ^ -", new[] { "größe", "near", "x" })]
    [InlineData("?!", new string[0])]
    public void Stop_words_and_punctuation_are_dropped(string query, string[] terms) => Assert.Equal(terms, QueryTerms.Of(query));

    [Fact]
    public void A_very_long_query_is_cut() =>
        Assert.Equal(QueryTerms.MaxTerms, QueryTerms.Of(string.Join(' ', Enumerable.Range(0, 10_000).Select(i => $"w{i}"))).Count);
}
