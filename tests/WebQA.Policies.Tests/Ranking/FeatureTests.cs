using System.Text;
using System.Text.Json.Nodes;
using WebQA.Core.Browsing;
using WebQA.Policies.Ranking;
using WebQA.Policies.Ranking.Features;
using WebQA.Policies.Ranking.Heads;
using WebQA.Policies.Ranking.Passages;

namespace WebQA.Policies.Tests.Ranking;

public sealed class FeatureTests
{
    [Theory]
    [InlineData("Why is the sky blue, and why does it turn red?", new[] { "Why is the sky blue", "why does it turn red?" })]
    [InlineData("My kid asked me something. How do cats purr? Is it true that it heals bones?", new[] { "How do cats purr?", "Is it true that it heals bones?" })]
    [InlineData("crows", new[] { "crows" })]
    [InlineData("Tell me about crows and their gifts.", new[] { "Tell me about crows and their gifts." })]
    public void A_question_is_cut_into_what_it_asks(string question, string[] clauses) => Assert.Equal(clauses, ClauseSplitter.Split(question));

    [Fact]
    public void A_forum_of_shouting_writers_is_probably_weak_and_sober_prose_is_not()
    {
        var weights = RankingModel.Shipped.Weights.WeakPage;
        var thread = PageQuality.Of("pete 30 Sep 2020, 17:40 #1\nI can't believe it!!! It's TRUE, I've seen my crow do it!\nann 3 days ago, 18:02 #2\nDon't! I'm sure that's wrong, 19:00!");
        var sober = PageQuality.Of("Researchers measured how often crows return. No controlled study has shown what the birds intend by it, and the reports remain anecdotes.");

        Assert.Equal(1, thread.Forum);
        Assert.True(thread.WeakProbability(weights) > 0.9);
        Assert.True(sober.WeakProbability(weights) < 0.05);
    }

    [Fact]
    public void Page_text_is_taken_apart_by_its_marks()
    {
        var blocks = BlockReader.Blocks("# Crows\n\nThey fly. They sing.\n\n* a nut\n12. a bead\n\nknob | degrees\n\n[Image: crow]");
        var sentences = BlockReader.Sentences("page", blocks, [new NotedLink(0, new TextSpan(9, 4), "They")]);

        Assert.Equal([BlockKind.Heading, BlockKind.Paragraph, BlockKind.ListItem, BlockKind.ListItem, BlockKind.TableRow, BlockKind.Caption], blocks.Select(b => b.Kind));
        Assert.Equal(["They fly.", "They sing.", "a nut", "a bead", "knob | degrees", "[Image: crow]"], sentences.Select(s => s.Text));
        Assert.Equal([true, false, false, false, false, false], sentences.Select(s => s.HoldsLink));
        Assert.True(sentences[0].IsFollowedBy(sentences[1]));
        Assert.False(sentences[1].IsFollowedBy(sentences[2]));
        Assert.Equal((2, 3), (sentences[3].Words, sentences[3].Cost));
    }

    [Fact]
    public void Wrapped_lines_are_joined_again_with_their_links()
    {
        var page = new TextPage(new PageContent { Kind = PageKind.Web, Title = "t", Text = "Crows remember faces, see 【0†how crows remember†birds.example】 for more.\n\nEnd.", Links = [] }, DateTimeOffset.UnixEpoch);
        var lines = PageWindow.Of(page, 0, columns: 20).Lines;

        var text = PageText.Of(lines);

        Assert.Equal(page.PlainText, text.Text);
        Assert.Equal("how crows remember", Assert.Single(text.Links).Text);
    }

    [Fact]
    public void A_short_sentence_between_two_that_are_quoted_comes_along()
    {
        var blocks = BlockReader.Blocks("You often hear that it cooks from within. It does not. The waves come in from outside the food.");
        var read = BlockReader.Sentences("page", blocks, []).Select(s => new ScoredSentence(s, [1, 0], 1, [])).ToList();
        var selector = new QuoteSelector(RankingModel.Shipped.Weights.Selection, maxQuoteWords: 120);

        Assert.Equal([0, 2, 1], selector.Select(read, [3, 1, 2], [], budget: 30).Select(t => t.Item.Sentence.Index));
        Assert.Equal([0, 2], selector.Select(read, [3, 1, 2], [], budget: 18).Select(t => t.Item.Sentence.Index));
    }

    [Fact]
    public void Noise_depends_on_seed_head_and_key_alone_and_is_absent_when_greedy()
    {
        var sampler = new Sampler(7, 0.8);

        Assert.Equal(sampler.Noise("page", "a", 0.4), new Sampler(7, 0.8).Noise("page", "a", 0.4));
        Assert.NotEqual(sampler.Noise("page", "a", 0.4), sampler.Noise("page", "b", 0.4));
        Assert.NotEqual(sampler.Noise("page", "a", 0.4), new Sampler(8, 0.8).Noise("page", "a", 0.4));
        Assert.Equal(0, new Sampler(7, 0).Noise("page", "a", 0.4));
    }

    [Fact]
    public void Candidates_are_chosen_as_often_as_their_reported_probability_says()
    {
        var scores = new Dictionary<string, double> { ["a"] = 0, ["b"] = -0.4, ["c"] = -0.8 };
        var chosen = Enumerable.Range(0, 4_000)
            .Select(seed => Choice<string>.Best([.. scores.Keys], s => scores[s], s => s, "head", 0.5, new Sampler(seed, 0.8))!).ToList();

        foreach (var group in chosen.GroupBy(c => c.Value))
        {
            Assert.Equal(Math.Exp(group.First().LogProbability), group.Count() / 4_000.0, 0.03);
        }
        Assert.Equal(3, chosen.Select(c => c.Value).Distinct().Count());
    }

    [Fact]
    public void Weights_without_a_feature_or_with_an_unknown_key_are_refused()
    {
        Assert.Equal(
            "The policy weights 'w.json' lack a weight for HasDigit. Restore the file that ships with this version.",
            Refused(json => ((JsonObject)json["sentence"]!).Remove("has_digit")));
        Assert.StartsWith("The policy weights 'w.json' cannot be read: ", Refused(json => json["browsing"]!["favourite_host"] = "a.example"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_hash_names_weights_and_embedder() =>
        Assert.NotEqual(RankingModel.Shipped.HashWith("one"), RankingModel.Shipped.HashWith("two"));

    private static string Refused(Action<JsonNode> change)
    {
        using var stream = typeof(PolicyCatalog).Assembly.GetManifestResourceStream("ranking-v1.json")!;
        var json = JsonNode.Parse(stream)!;
        change(json);
        return Assert.Throws<InvalidDataException>(() => RankingModel.Read(Encoding.UTF8.GetBytes(json.ToJsonString()), "w.json")).Message;
    }
}
