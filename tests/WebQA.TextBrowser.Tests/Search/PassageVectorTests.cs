using WebQA.TextBrowser.Search;
using WebQA.TextBrowser.Search.Words;
using WebQA.TextBrowser.Tests.Environments;

namespace WebQA.TextBrowser.Tests.Search;

public sealed class PassageVectorTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("webqa-rows-");
    private readonly LetterEmbedder _embedder = new();

    private string Rows => Path.Combine(_folder.FullName, "v1.rows");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Every_page_is_found_by_its_best_passage()
    {
        var words = Build("v1", ["aaaa", "bbbb"], ["bbba"], ["zzzz"]);

        var vectors = await MakeAsync(Rows, words);

        var query = (await _embedder.EmbedAsync(["bbb"], TestContext.Current.CancellationToken))[0];
        Assert.Equal([new WordIndex.Hit(0, 1), new WordIndex.Hit(1, 2), new WordIndex.Hit(2, 3)], vectors.Search(query, 10));
        Assert.Equal([new WordIndex.Hit(0, 1)], vectors.Search(query, 1));
    }

    [Fact]
    public async Task What_was_made_before_the_process_was_killed_is_not_made_again()
    {
        var words = Build("v1", ["one"], ["two"], ["three"], ["four"]);
        var whole = await MakeAsync(Rows, words);
        var layout = VectorLayout.Of(_embedder.Name, _embedder.Dimensions);
        // Two rows and a half, and no mark of completion.
        var bytes = await File.ReadAllBytesAsync(Rows, TestContext.Current.CancellationToken);
        bytes.AsSpan(20, 4).Clear();
        await File.WriteAllBytesAsync(Rows, bytes[..(VectorLayout.Size + layout.RowSize * 5 / 2)], TestContext.Current.CancellationToken);
        var before = _embedder.Texts;
        Assert.Null(VectorIndex.TryOpen(Rows, layout, words));

        var again = await MakeAsync(Rows, words);

        Assert.Equal(2, _embedder.Texts - before);
        Assert.Equal(Enumerable.Range(0, 4).Select(whole.Read), Enumerable.Range(0, 4).Select(again.Read));
    }

    [Fact]
    public async Task A_changed_web_keeps_the_vectors_of_what_did_not_change()
    {
        await MakeAsync(Rows, Build("v1", ["one", "two"], ["three"]));
        var before = _embedder.Texts;

        await MakeAsync(Path.Combine(_folder.FullName, "v2.rows"), Build("v2", ["new", "two"], ["three"]));

        Assert.Equal(1, _embedder.Texts - before);
    }

    [Fact]
    public async Task Rows_of_another_model_or_of_other_passages_are_left_aside()
    {
        var words = Build("v1", ["one"], ["two"]);
        await MakeAsync(Rows, words);

        Assert.Null(VectorIndex.TryOpen(Rows, VectorLayout.Of("another", _embedder.Dimensions), words));
        Assert.Null(VectorIndex.TryOpen(Rows, VectorLayout.Of(_embedder.Name, _embedder.Dimensions), Build("v2", ["one"])));
        using var writer = VectorWriter.TryOpen(Rows, VectorLayout.Of(_embedder.Name, _embedder.Dimensions), Build("v3", ["one"], ["other"]));
        Assert.Equal(1, writer!.Rows);
    }

    [Fact]
    public async Task While_one_process_makes_vectors_another_waits_for_them()
    {
        var words = Build("v1", ["one"], ["two"]);
        var layout = VectorLayout.Of(_embedder.Name, _embedder.Dimensions);
        var writer = VectorWriter.TryOpen(Rows, layout, words)!;

        var waiting = MakeAsync(Rows, words);
        Assert.Null(VectorWriter.TryOpen(Rows, layout, words));
        writer.Add(new sbyte[26]);
        writer.Add(new sbyte[26]);
        writer.Complete();
        writer.Dispose();

        await waiting;
        Assert.Equal(0, _embedder.Texts);
    }

    private Task<VectorIndex> MakeAsync(string path, WordIndex words) =>
        new PassageVectorMaker(new LocalSearchOptions { IndexFolder = _folder.FullName }, _embedder, (_, _) => { }).CompleteAsync(path, words, TestContext.Current.CancellationToken);

    private WordIndex Build(string name, params string[][] pages)
    {
        var path = Path.Combine(_folder.FullName, $"{name}.words");
        using var builder = new WordIndexBuilder(path);
        foreach (var page in pages)
        {
            builder.Add(new IndexedPage("u:x", "", [.. page.Select(text => new Passage("", text))]));
        }
        builder.Complete([]);
        return WordIndex.TryOpen(path)!;
    }
}
