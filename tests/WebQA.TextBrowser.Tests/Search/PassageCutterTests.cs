using WebQA.Core.Browsing;
using WebQA.TextBrowser.Search;

namespace WebQA.TextBrowser.Tests.Search;

public class PassageCutterTests
{
    [Fact]
    public void Each_heading_begins_a_passage()
    {
        var passages = PassageCutter.Cut("# Crows\n\nBlack birds.\n\n## Gifts\n\nSome leave gifts.\n\nOthers do not.");

        Assert.Equal([new Passage("Crows", "Black birds."), new Passage("Gifts", "Some leave gifts.\nOthers do not.")], passages);
    }

    [Fact]
    public void Long_text_is_cut_between_sentences_at_about_a_hundred_words()
    {
        var sentence = string.Join(' ', Enumerable.Repeat("word", 29)) + " end.";

        var passages = PassageCutter.Cut(string.Join(' ', Enumerable.Range(0, 12).Select(i => $"Number{i} {sentence}")));

        Assert.Equal(372, passages.Sum(p => WordCount.Of(p.Text)));
        Assert.All(passages, p => Assert.InRange(WordCount.Of(p.Text), 31, PassageCutter.MaxWords));
        Assert.All(passages, p => Assert.EndsWith("end.", p.Text, StringComparison.Ordinal));
        Assert.InRange(passages.Count, 3, 4);
    }

    [Fact]
    public void The_marks_of_lists_quotations_and_cells_are_left_out() => Assert.Equal(
        "First point.\nSecond point.\nSaid someone.\nName, Size",
        Assert.Single(PassageCutter.Cut("* First point.\n2. Second point.\n> Said someone.\nName | Size")).Text);

    [Theory]
    [InlineData("")]
    [InlineData("\n\n \n")]
    [InlineData("# Only a heading")]
    public void Without_text_there_is_no_passage(string text) => Assert.Empty(PassageCutter.Cut(text));

    [Fact]
    public void The_key_depends_on_the_text_alone()
    {
        Assert.Equal(new Passage("A", "Text.").Key, new Passage("B", "Text.").Key);
        Assert.NotEqual(new Passage("A", "Text.").Key, new Passage("A", "Text!").Key);
    }
}
