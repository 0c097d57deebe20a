using WebQA.Core.Browsing;

namespace WebQA.Core.Tests.Browsing;

public class MarkedTextTests
{
    private const string Marked = "See 【0†home page†example.com】 and 【1†here】.";

    [Fact]
    public void Links_are_reduced_to_their_words() => Assert.Equal("See home page and here.", MarkedText.Parse(Marked).PlainText);

    [Fact]
    public void Offsets_map_both_ways()
    {
        var text = MarkedText.Parse(Marked);
        for (var i = 0; i < text.PlainText.Length; i++)
        {
            Assert.Equal(text.PlainText[i], Marked[text.ToMarked(i)]);
            Assert.Equal(i, text.ToPlain(text.ToMarked(i)));
        }
    }

    [Fact]
    public void The_links_of_a_range_are_those_it_touches()
    {
        var text = MarkedText.Parse(Marked);
        Assert.Equal([0], text.LinksIn(0, 10).Select(l => l.Id));
        Assert.Equal([0, 1], text.LinksIn(6, 15).Select(l => l.Id));
        Assert.Empty(text.LinksIn(13, 4));
    }

    [Theory]
    [InlineData("【9†x", "【9†x")]
    [InlineData("【x†y】", "【x†y】")]
    [InlineData("a【b】", "a【b】")]
    public void A_mark_that_is_not_well_formed_stays_as_it_is(string marked, string plain) =>
        Assert.Equal(plain, MarkedText.Parse(marked).PlainText);

    [Fact]
    public void Page_text_cannot_hold_a_reserved_character() =>
        Assert.Equal("〖9‡x〗 ◾ ◆ ab", ReservedCharacters.ReplaceInLink("【9†x】 ◼ ♦ a\u200Bb"));
}
