using WebQA.TextBrowser.Search;

namespace WebQA.TextBrowser.Tests.Search;

public class SnippetTests
{
    private static readonly string Filler = string.Join(' ', Enumerable.Range(0, 8).Select(i => $"Sentence {i} speaks about the weather of the day and about nothing else at all."));

    [Fact]
    public void The_sentence_that_bears_on_the_query_is_in_it_whole()
    {
        var snippet = Snippet.Cut($"{Filler} A crow was seen leaving a gift. {Filler}", ["crows", "gifts"]);

        Assert.Contains("A crow was seen leaving a gift.", snippet, StringComparison.Ordinal);
        Assert.InRange(snippet.Length, Snippet.MinLength, Snippet.MaxLength);
        Assert.EndsWith(".", snippet, StringComparison.Ordinal);
    }

    [Fact]
    public void A_short_passage_is_shown_whole_on_one_line() =>
        Assert.Equal("Crows fly. Magpies too.", Snippet.Cut("Crows fly.\nMagpies too.", ["crows"]));

    [Fact]
    public void A_sentence_that_is_too_long_is_cut_at_a_word()
    {
        var snippet = Snippet.Cut(string.Join(' ', Enumerable.Repeat("crows", 200)), ["crows"]);

        Assert.InRange(snippet.Length, 300, Snippet.MaxLength);
        Assert.EndsWith("crows …", snippet, StringComparison.Ordinal);
    }

    [Fact]
    public void A_character_outside_the_basic_plane_is_never_halved() =>
        Assert.DoesNotContain('\uFFFD', System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(Snippet.Cut(string.Concat(Enumerable.Repeat("🐦", 400)), ["x"]))));
}
