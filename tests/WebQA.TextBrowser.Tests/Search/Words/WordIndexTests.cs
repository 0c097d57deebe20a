using WebQA.TextBrowser.Search;
using WebQA.TextBrowser.Search.Words;

namespace WebQA.TextBrowser.Tests.Search.Words;

public sealed class WordIndexTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("webqa-words-");

    private string File => Path.Combine(_folder.FullName, "index", "v1.words");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void What_was_added_is_read_back()
    {
        var words = Build([Page("https://a.example/é", "Crow “gifts”", ("", "First."), ("Birds", "Second — 東京.")), Page("https://b.example/", "Tides", ("Sea", "Third."))], new Uri("https://c.example/broken"));

        Assert.Equal((2, 3), (words.PageCount, words.PassageCount));
        Assert.Equal(("https://a.example/é", "Crow “gifts”", "https://b.example/", "Tides"), (words.UrlOf(0), words.TitleOf(0), words.UrlOf(1), words.TitleOf(1)));
        Assert.Equal([new Passage("", "First."), new Passage("Birds", "Second — 東京."), new Passage("Sea", "Third.")], Enumerable.Range(0, 3).Select(words.Read));
        Assert.Equal([0, 0, 1], Enumerable.Range(0, 3).Select(words.PageOf));
        Assert.Equal(new Passage("Sea", "Third.").Key, words.KeyOf(2));
        Assert.Equal([new Uri("https://c.example/broken")], words.Unread);
    }

    [Fact]
    public void Forms_of_a_word_are_found_and_the_best_passage_is_named()
    {
        var words = Build([Page("u:0", "Birds", ("", "Nothing here."), ("", "A crow gives a gift.")), Page("u:1", "Gifts", ("", "Other things."))]);

        Assert.Equal([new WordIndex.Hit(0, 1), new WordIndex.Hit(1, 2)], words.Search(["crows", "gifts"], 10));
        Assert.Equal([new WordIndex.Hit(0, 1)], words.Search(["crows", "gifts"], 1));
        Assert.Equal([], words.Search(["walrus"], 10));
        Assert.Equal([], words.Search([], 10));
    }

    [Fact]
    public void Equal_pages_are_ordered_by_their_numbers()
    {
        var words = Build([.. Enumerable.Range(0, 40).Select(i => Page($"u:{i}", "", ("", "the same words")))]);

        Assert.Equal([0, 1, 2, 3, 4], words.Search(["same"], 5).Select(h => h.Page));
    }

    /// <summary>The scores of the definition, in double precision and without an index.</summary>
    [Fact]
    public void The_order_is_that_of_BM25_computed_naively()
    {
        var random = new Random(7);
        IndexedPage[] pages = [.. Enumerable.Range(0, 600).Select(i => Page($"u:{i}", Text(3), [.. Enumerable.Range(0, random.Next(1, 6)).Select(_ => (random.Next(3) == 0 ? "" : Text(2), Text(random.Next(5, 120))))]))];
        var words = Build(pages);

        for (var round = 0; round < 50; round++)
        {
            string[] query = [.. Text(random.Next(1, 6)).Split(' ').Distinct()];
            var expected = NaiveBm25.Rank(pages, query);
            var found = words.Search(query, 20);
            Assert.Equal(Math.Min(20, expected.Count(e => e.Value > 0)), found.Count);
            Assert.All(found.Zip(expected.Values.OrderDescending()), pair => Assert.Equal(pair.Second, expected[pair.First.Page], 0.0005));
        }

        // A few words are everywhere, most are rare, as in language.
        string Text(int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => $"w{(int)Math.Pow(3_000, random.NextDouble())}q"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(50)]
    [InlineData(1_000)]
    public void A_file_that_is_not_whole_is_no_index(int bytes)
    {
        Build([Page("u:0", "Birds", ("", string.Join(' ', Enumerable.Range(0, 500))))]);
        var whole = System.IO.File.ReadAllBytes(File);
        System.IO.File.WriteAllBytes(File, whole[..bytes]);

        Assert.Null(WordIndex.TryOpen(File));
        Assert.Null(WordIndex.TryOpen(File + ".absent"));
    }

    [Fact]
    public void An_index_that_was_not_completed_leaves_the_one_before_and_what_a_killed_process_left_is_removed()
    {
        Build([Page("u:0", "Birds", ("", "Crows."))]);
        var abandoned = $"{File}.0123.tmp";
        System.IO.File.WriteAllText(abandoned, "half");

        using (var builder = new WordIndexBuilder(File))
        {
            builder.Add(Page("u:1", "Tides", ("", "Sea.")));
            Assert.False(System.IO.File.Exists(abandoned));
            using var second = new WordIndexBuilder(File);
            Assert.Equal(2, Directory.GetFiles(Path.GetDirectoryName(File)!, "*.tmp").Length);
        }

        Assert.Equal([File], Directory.GetFiles(Path.GetDirectoryName(File)!));
        Assert.Equal("u:0", WordIndex.TryOpen(File)!.UrlOf(0));
    }

    private WordIndex Build(IReadOnlyList<IndexedPage> pages, params Uri[] unread)
    {
        using var builder = new WordIndexBuilder(File);
        foreach (var page in pages)
        {
            builder.Add(page);
        }
        builder.Complete(unread);
        return WordIndex.TryOpen(File)!;
    }

    private static IndexedPage Page(string url, string title, params (string Heading, string Text)[] passages) => new(url, title, [.. passages.Select(p => new Passage(p.Heading, p.Text))]);
}
