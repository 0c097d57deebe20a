using WebQA.Core.Answers;
using WebQA.Core.Questions;
using WebQA.Core.Tests.Doubles;
using WebQA.Policies.Ranking;
using WebQA.Policies.Ranking.Features;
using WebQA.Policies.Ranking.Notebooks;
using WebQA.Policies.Ranking.Writing;
using WebQA.Policies.Tests.Doubles;

namespace WebQA.Policies.Tests.Ranking;

public sealed class WritingTests
{
    private static AnswerWeights Weights => RankingModel.Shipped.Weights.Answer;

    [Fact]
    public async Task The_answer_follows_the_clauses_and_cites_every_sentence() =>
        Assert.Equal(
            """
            Crows bring gifts because food followed before. [2]

            Crows remember human faces for years. [1]
            """,
            await WriteAsync("Why do crows bring gifts, and do they remember human faces?", "Crows remember human faces for years.", "Crows bring gifts because food followed before."));

    [Fact]
    public async Task A_sentence_that_leans_on_the_one_before_brings_it_along() =>
        Assert.Equal(
            "Crows live in families. [1] They bring gifts to people. [1]",
            await WriteAsync("Why do crows bring gifts to people?", "Crows live in families. They bring gifts to people."));

    [Fact]
    public async Task A_sentence_that_leans_on_nothing_quoted_is_left_out() =>
        Assert.Equal(
            "Crows bring gifts to people. [2]",
            await WriteAsync("Why do crows bring gifts to people?", "However, they never bring gifts to people.", "Crows bring gifts to people."));

    [Fact]
    public async Task What_was_said_is_not_said_again() =>
        Assert.Equal(
            "Crows bring gifts to people. [1]",
            await WriteAsync("Why do crows bring gifts to people?", "Crows bring gifts to people.", "Crows bring the gifts to people."));

    [Fact]
    public async Task What_one_page_says_stays_in_one_paragraph()
    {
        var (evidence, question) = await ReadAsync(
            "Why do crows bring gifts to people?",
            Reference(1, "a.example", "Crows bring gifts because food followed before."),
            Reference(2, "b.example", "Gifts to people are rare among city crows."),
            Reference(3, "a.example", "People with crows near them bring peanuts every day.") with { PageSha256 = "1", Start = 500 });

        var paragraphs = AnswerWriter.Write(evidence, question, Weights).Split("\n\n");

        Assert.Equal(2, paragraphs.Length);
        Assert.Equal(
            "Crows bring gifts because food followed before. [1] People with crows near them bring peanuts every day. [3]",
            Assert.Single(paragraphs, p => p.Contains("[1]", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_denial_on_another_site_is_set_beside_what_it_denies()
    {
        var (evidence, question) = await ReadAsync(
            "Are magpies drawn to shiny things?", Reference(1, "a.example", "Magpies are drawn to shiny things and steal them."), Reference(2, "b.example", "Magpies are not drawn to shiny things and steal nothing."));

        Assert.Equal(
            "Sources differ here. a.example says: Magpies are drawn to shiny things and steal them. [1] b.example says: Magpies are not drawn to shiny things and steal nothing. [2]",
            AnswerWriter.Write(evidence, question, Weights));
    }

    [Fact]
    public async Task What_is_only_reported_comes_with_its_reply_or_not_at_all()
    {
        const string reported = "You will often hear that crows bring gifts to people to pay for food.";

        Assert.Equal($"{reported} [1] It does not hold. [1]", await WriteAsync("Why do crows bring gifts to people?", $"{reported} It does not hold."));
        Assert.Equal("Gifts of crows are rare. [2]", await WriteAsync("Why do crows bring gifts to people?", reported, "Gifts of crows are rare."));
    }

    [Fact]
    public async Task Footnote_marks_of_a_page_do_not_become_citations() =>
        Assert.Equal("Crows bring gifts to people. [1]", await WriteAsync("Why do crows bring gifts to people?", "Crows bring gifts to people[12].^3"));

    [Fact]
    public async Task An_answer_keeps_to_its_length()
    {
        var sentences = Enumerable.Range(0, 40).Select(i => $"Crows bring a{i}n b{i}g c{i}s d{i}r e{i}t f{i}l g{i}m h{i}k.");

        var answer = await WriteAsync("Why do crows bring gifts?", string.Join(' ', sentences));

        Assert.InRange(answer.Split(' ').Count(w => !w.StartsWith('[')), 120, Weights.MaximumWords);
    }

    [Theory]
    [InlineData("They bring gifts.", true)]
    [InlineData("However, crows do.", true)]
    [InlineData("On the other hand, crows do.", true)]
    [InlineData("It takes weeks before crows land.", false)]
    [InlineData("There are crows.", false)]
    [InlineData("Crows bring gifts.", false)]
    [InlineData("", false)]
    public void Openings_that_lean_on_what_came_before_are_known(string sentence, bool isDangling) =>
        Assert.Equal(isDangling, Opening.IsDangling(sentence));

    private static async Task<string> WriteAsync(string question, params string[] extracts)
    {
        var (evidence, focus) = await ReadAsync(question, [.. extracts.Select((e, i) => Reference(i + 1, "a.example", e))]);
        return AnswerWriter.Write(evidence, focus, Weights);
    }

    private static async Task<(IReadOnlyList<Evidence> Evidence, QuestionFocus Question)> ReadAsync(string question, params Reference[] references)
    {
        var embeddings = new EmbeddingBook(new WordEmbedder());
        var focus = await QuestionFocus.OfAsync(QuestionText.Parse(question), embeddings, TestContext.Current.CancellationToken);
        return (await EvidenceReader.ReadAsync(references, [], focus, embeddings, TestContext.Current.CancellationToken), focus);
    }

    private static Reference Reference(int id, string domain, string extract) =>
        new(id, $"https://{domain}/", $"https://{domain}/", "Page", domain, $"{id}", "text", null, 0, extract.Length, extract, TestPages.Noon);
}
