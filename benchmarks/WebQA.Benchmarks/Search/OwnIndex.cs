using WebQA.TextBrowser.Search;
using WebQA.TextBrowser.Search.Words;

namespace WebQA.Benchmarks.Search;

/// <summary>The index that environments use. Unlike the others it ranks pages too, of eight passages each, and adds both scores.</summary>
internal sealed class OwnIndex : ISearchContender
{
    private const int PassagesPerPage = 8;

    private string _path = string.Empty;

    public string Name => "webqa";

    /// <summary>The index, once it is built.</summary>
    public WordIndex Words { get; private set; } = null!;

    public void Build(IReadOnlyList<BenchmarkPassage> passages, string folder)
    {
        _path = Path.Combine(folder, "v1.words");
        using (var builder = new WordIndexBuilder(_path))
        {
            foreach (var page in passages.Chunk(PassagesPerPage))
            {
                builder.Add(new IndexedPage("https://corpus.invalid/", page[0].Title, [.. page.Select(static p => new Passage(string.Empty, p.Text))]));
            }
            builder.Complete([]);
        }
        Open();
    }

    /// <summary>Opens the index as a new process would.</summary>
    public void Open() => Words = WordIndex.TryOpen(_path) ?? throw new InvalidDataException($"'{_path}' is not whole.");

    public int Search(IReadOnlyList<string> words, int count) => Words.Search(words, count).Count;

    public void Dispose()
    {
    }
}
