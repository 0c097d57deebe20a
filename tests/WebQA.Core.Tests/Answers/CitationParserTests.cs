using WebQA.Core.Answers;

namespace WebQA.Core.Tests.Answers;

public class CitationParserTests
{
    [Fact]
    public void A_citation_covers_its_sentence_without_the_marker()
    {
        const string Text = "Crows remember faces [1]. They hand it on. [2, 3] Nobody knows why [1][2].";
        var (citations, errors) = CitationParser.Parse(Text, 3);
        Assert.Empty(errors);
        Assert.Equal(["Crows remember faces", "They hand it on.", "Nobody knows why"], citations.Select(c => Text.Substring(c.Start, c.Length)));
        Assert.Equal([[1], [2, 3], [1, 2]], citations.Select(c => c.References));
    }

    [Fact]
    public void Two_markers_in_a_sentence_cover_a_part_each()
    {
        const string Text = "Crows remember faces [1] and hand it on [2].";
        var (citations, _) = CitationParser.Parse(Text, 2);
        Assert.Equal(["Crows remember faces", "and hand it on"], citations.Select(c => Text.Substring(c.Start, c.Length)));
    }

    [Theory]
    [InlineData("Crows fly [4].", 3, "[4] has no quote: the quotes are [1] to [3].")]
    [InlineData("Crows fly [0].", 3, "[0] has no quote: the quotes are [1] to [3].")]
    [InlineData("Crows fly [2].", 1, "[2] has no quote: the only quote is [1].")]
    [InlineData("Crows fly [99999999999].", 3, "[99999999999] has no quote: the quotes are [1] to [3].")]
    [InlineData("Crows fly.", 3, "The answer cites no quote. Cite the quote that each sentence rests on, for example [1].")]
    public void A_number_without_a_quote_is_an_error(string text, int count, string message) =>
        Assert.Equal(message, Assert.Single(CitationParser.Parse(text, count).Errors).Message);

    [Fact]
    public void The_right_numbers_of_a_faulty_marker_still_cite()
    {
        var (citations, errors) = CitationParser.Parse("Crows fly [1, 7].", 2);
        Assert.Equal([1], Assert.Single(citations).References);
        Assert.Equal(14, Assert.Single(errors).Start);
    }
}
