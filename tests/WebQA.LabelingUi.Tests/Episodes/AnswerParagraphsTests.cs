using WebQA.Core.Answers;
using WebQA.LabelingUi.Episodes;

namespace WebQA.LabelingUi.Tests.Episodes;

public class AnswerParagraphsTests
{
    [Fact]
    public void A_chip_hangs_on_the_word_before_it()
    {
        var piece = Assert.Single(Assert.Single(AnswerParagraphs.Of(Checked("Crows know faces. [2]", 2))));

        Assert.Equal(("Crows know ", "faces."), (piece.Words, piece.Tail));
        Assert.Equal(2, Assert.Single(piece.Chips).ReferenceId);
    }

    [Fact]
    public void Blank_lines_part_paragraphs()
    {
        var paragraphs = AnswerParagraphs.Of(Checked("One. [1]\n\nTwo. [1]\n \nThree.", 1));

        Assert.Equal(["One.", "Two.", "Three."], paragraphs.Select(p => p[0].Words + p[0].Tail));
    }

    [Fact]
    public void A_number_without_a_quote_stays_and_says_what_is_wrong()
    {
        var chips = AnswerParagraphs.Of(Checked("Patience helps. [1, 7]", 2))[0][0].Chips;

        Assert.Equal([("1", null), ("7", "[7] has no quote: the quotes are [1] to [2].")], chips.Select(c => (c.Number, c.Error)));
        Assert.Null(chips[1].ReferenceId);
    }

    [Fact]
    public void Text_behind_the_last_chip_is_kept()
    {
        var pieces = AnswerParagraphs.Of(Checked("Beads [1] and keys.", 1))[0];

        Assert.Equal("Beads and keys.", string.Concat(pieces.Select(p => p.Words + p.Tail)));
    }

    [Fact]
    public void The_sentences_that_cite_a_reference_are_found()
    {
        var answer = Checked("Crows know faces. [2] They bring beads. [1] They come back. [2]", 2);

        Assert.Equal(["Crows know faces.", "They come back."], AnswerParagraphs.SentencesCiting(answer, 2));
    }

    private static Answer Checked(string text, int references)
    {
        var (citations, errors) = CitationParser.Parse(text, references);
        return new Answer { Text = text, Citations = citations, Errors = errors };
    }
}
