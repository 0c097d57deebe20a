using System.Globalization;
using CsCheck;
using WebQA.Core.Browsing;

namespace WebQA.Core.Tests.Browsing;

public class QuoteMatcherTests
{
    private const string Page = "The Eiffel Tower was completed in 1889.\nIt is 330\u00A0metres tall — “the iron lady”.\n\nA cafe\u0301 stands below. It was painted in 2019. It was painted in 2019.";

    [Theory]
    [InlineData("completed in 1889.", "completed in 1889.")]
    [InlineData("COMPLETED   in\n1889.", "completed in 1889.")]
    [InlineData("1889. It is 330 metres", "1889.\nIt is 330\u00A0metres")]
    [InlineData("a café stands", "A cafe\u0301 stands")]
    [InlineData("The Eiffel━1889.", "The Eiffel Tower was completed in 1889.")]
    [InlineData("It was painted━2019.", "It was painted in 2019.")]
    public void A_quote_becomes_the_pages_own_slice(string quote, string expected)
    {
        var (span, reason) = QuoteMatcher.Match(NormalizedText.Of(Page), quote);
        Assert.Null(reason);
        Assert.Equal(expected, Page.Substring(span!.Value.Start, span.Value.Length));
    }

    [Theory]
    [InlineData("completed in 1888.", "The quoted text is not on this page.")]
    [InlineData("\"the iron lady\"", "The quoted text is not on this page.")]
    [InlineData("   ", "The quote is empty.")]
    [InlineData("T", "The quote is too short: quote at least 3 words or 15 characters.")]
    [InlineData("caf", "The quote is too short: quote at least 3 words or 15 characters.")]
    [InlineData("stands in a cafe", "The quoted text is not on this page.")]
    [InlineData("It is below━1889.", "The words before ━ are not on this page.")]
    [InlineData("It is 330━Eiffel", "The words after ━ do not follow the words before it on this page.")]
    [InlineData("━Eiffel", "A quote with ━ needs words on both sides of it.")]
    public void A_quote_that_is_not_there_is_refused_with_the_reason(string quote, string expected)
    {
        var (span, reason) = QuoteMatcher.Match(NormalizedText.Of(Page), quote);
        Assert.Null(span);
        Assert.Equal(expected, reason);
    }

    [Fact]
    public void A_match_never_ends_between_a_letter_and_its_combining_mark() =>
        Assert.Null(NormalizedText.Of("tre\u0301s bien").Find(NormalizedText.Of("tre")));

    [Fact]
    public void A_short_quote_that_is_the_whole_page_is_taken() =>
        Assert.Equal(new TextSpan(1, 3), QuoteMatcher.Match(NormalizedText.Of(" Yes\n"), "yes").Span);

    [Fact]
    public void Every_slice_at_grapheme_bounds_is_found_again() =>
        Gen.Select(Gen.String["aB \né\u0301\u200D”ß\u00A0"], Gen.Int[0, 60], Gen.Int[1, 60]).Sample((text, start, length) =>
        {
            List<int> bounds = [.. StringInfo.ParseCombiningCharacters(text), text.Length];
            if (bounds.Count < 2)
            {
                return;
            }
            var first = start % (bounds.Count - 1);
            var slice = text[bounds[first]..bounds[Math.Min(bounds.Count - 1, first + length)]];
            var wanted = NormalizedText.Of(slice);
            if (wanted.Text.Length > 0)
            {
                var found = NormalizedText.Of(text).Find(wanted) ?? throw new InvalidOperationException($"'{slice}' was not found.");
                Assert.Equal(wanted.Text, NormalizedText.Of(text.Substring(found.Start, found.Length)).Text);
            }
        });
}
