using WebQA.Evaluation.Metrics;
using WebQA.Evaluation.MiniWeb;

namespace WebQA.Evaluation.Tests.Metrics;

public sealed class ClaimRecallTests
{
    private const string Page = "https://birds.example/crows";

    [Fact]
    public void Evidence_inside_one_quote_counts_whatever_its_white_space()
    {
        var question = Ask(("Crows bring\n gifts.", Page));

        Assert.Equal((1.0, 4), ClaimRecall.Of(question, [Quote(0, "Often  Crows\u00A0bring gifts.")]));
    }

    [Fact]
    public void Neighbouring_quotes_are_joined_in_page_order_not_in_quoting_order()
    {
        var question = Ask(("Crows bring gifts. Jays do not.", Page));

        Assert.Equal(1, ClaimRecall.Of(question, [Quote(19, "Jays do not."), Quote(0, "Crows bring gifts.")]).Recall);
        Assert.Equal(0, ClaimRecall.Of(question, [Quote(0, "Jays do not."), Quote(19, "Crows bring gifts.")]).Recall);
    }

    [Fact]
    public void Only_the_first_words_count_at_a_budget()
    {
        var question = Ask(("one two three", Page), ("four five", Page));

        Assert.Equal((0.5, 3), ClaimRecall.Of(question, [Quote(0, "one two three four five")], words: 3));
        Assert.Equal((1.0, 5), ClaimRecall.Of(question, [Quote(0, "one two three four five")], words: 5));
    }

    [Fact]
    public void Separators_of_table_cells_do_not_matter() =>
        Assert.Equal(1, ClaimRecall.Of(Ask(("Knob 3 170 degrees", Page)), [Quote(0, "Knob 3 | 170 degrees")]).Recall);

    [Fact]
    public void Case_and_page_matter()
    {
        Assert.Equal(0, ClaimRecall.Of(Ask(("Crows bring gifts.", Page)), [Quote(0, "crows bring gifts.")]).Recall);
        Assert.Equal(0, ClaimRecall.Of(Ask(("Crows bring gifts.", "https://other.example/crows")), [Quote(0, "Crows bring gifts.")]).Recall);
        Assert.Equal(1, ClaimRecall.Of(Ask(("Crows bring gifts.", $"{Page}.html#top")), [Quote(0, "Crows bring gifts.")]).Recall);
    }

    [Fact]
    public void Another_place_that_states_the_claim_counts()
    {
        var claim = new Claim { Text = "c", Url = "https://gone.example/", Evidence = "nowhere", Also = [new Statement { Url = Page, Evidence = "Crows bring gifts." }] };

        Assert.Equal(1, ClaimRecall.Of(Ask() with { Claims = [claim] }, [Quote(0, "Crows bring gifts.")]).Recall);
    }

    [Fact]
    public void A_myth_is_asserted_when_one_sentence_holds_its_words()
    {
        var question = Ask() with { Myths = [new Myth("Crows are attracted to shiny things and hoard them in their nests.", Page)] };

        Assert.Equal(1, MythCheck.Asserted(question, "Yes. Crows, attracted to shiny things, hoard all of them in nests by their trees. [1]"));
        Assert.Equal(0, MythCheck.Asserted(question, "Crows are not attracted. Shiny things leave them cold. They hoard nuts. [1]"));
        Assert.True(MythCheck.QuotesMythPage(question, [Quote(0, "x")]));
        Assert.False(MythCheck.QuotesMythPage(question, []));
    }

    [Fact]
    public void Redundancy_is_the_share_that_was_quoted_before()
    {
        Assert.Equal(0, Redundancy.Of([Quote(0, "one two three four five")]));
        Assert.Equal(0.5, Redundancy.Of([Quote(0, "one two three four five"), Quote(0, "One two three four five.")]));
    }

    private static MiniWebQuestion Ask(params (string Evidence, string Url)[] claims) => new()
    {
        Id = "q", Text = "Why?", Claims = [.. claims.Select(c => new Claim { Text = "c", Url = c.Url, Evidence = c.Evidence })],
    };

    private static QuotedSpan Quote(int start, string text) => new(Page, Page, start, text);
}
