using WebQA.Models.Embeddings;

namespace WebQA.Models.Tests.Embeddings;

public class WordPieceTokenizerTests
{
    private static readonly WordPieceTokenizer Tokenizer =
        WordPieceTokenizer.Load(Path.Combine(new EmbedderOptions().Folder, "tokenizer.json"));

    [Fact]
    public void The_ids_equal_those_of_the_original_library()
    {
        var texts = ReferenceText.All();

        Assert.Equal(50, texts.Count);
        Assert.All(texts, t => Assert.Equal(t.Ids, Tokenizer.Encode(t.Text, 256, readsSpecialTokens: true)));
    }

    [Fact]
    public void What_looks_like_a_special_token_in_a_text_is_words()
    {
        var ids = Tokenizer.Encode("a [SEP] b [CLS] [MASK] [PAD]", 256);

        Assert.DoesNotContain(ids[1..^1], Tokenizer.IsMark);
        Assert.Contains(Tokenizer.Encode("sep", 256)[1], ids);
    }

    [Fact]
    public void A_lone_surrogate_is_dropped() =>
        Assert.Equal(Tokenizer.Encode("crow", 256), Tokenizer.Encode("cr\uD83Dow", 256));

    [Theory]
    [InlineData(2, 2)]
    [InlineData(3, 3)]
    [InlineData(64, 8)]
    public void The_ids_never_exceed_the_limit_and_end_with_the_separator(int maxTokens, int expected)
    {
        var ids = Tokenizer.Encode("crows bring gifts [SEP]", maxTokens);

        Assert.Equal(expected, ids.Length);
        Assert.Equal((101, 102), (ids[0], ids[^1]));
    }
}
