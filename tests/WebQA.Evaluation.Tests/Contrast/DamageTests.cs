using WebQA.Evaluation.Contrast;

namespace WebQA.Evaluation.Tests.Contrast;

public sealed class DamageTests
{
    private static readonly GroundedAnswer Answer = new("set", "Why?", [new("One.", [0]), new("Two.", [1])], ["q one", "q two"]) { OtherPassages = ["other"], OtherSentences = ["Else."], Myths = ["Myth."] };

    [Fact]
    public void Swapped_quotes_come_from_the_same_page_and_the_answer_stays() =>
        Assert.Equal((Answer.Text, "other,other"), Damage.All["quotes_swapped"](Answer, new Random(1)) is { } d ? (d.Text, string.Join(',', d.Quotes)) : default);

    [Fact]
    public void A_myth_cites_what_its_neighbour_cites()
    {
        var damaged = Damage.All[Damage.Myth](Answer, new Random(1))!;

        var at = damaged.Sentences.ToList().FindIndex(s => s.Text == "Myth.");
        Assert.Equal((3, damaged.Sentences[at - 1].Cites), (damaged.Sentences.Count, damaged.Sentences[at].Cites));
    }

    [Fact]
    public void Moved_citations_keep_sentences_and_quotes() => Assert.Equal("One. [2] Two. [1]", Damage.All["citation_moved"](Answer, new Random(1))!.Text);

    [Fact]
    public void What_an_answer_has_nothing_for_is_not_done() => Assert.Null(Damage.All[Damage.Myth](Answer with { Myths = [] }, new Random(1)));
}
