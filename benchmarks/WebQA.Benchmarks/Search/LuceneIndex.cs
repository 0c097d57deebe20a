using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace WebQA.Benchmarks.Search;

/// <summary>Lucene.NET with its English analyzer and BM25, over passages, title and text in one field, merged to one segment, with the text stored.</summary>
internal sealed class LuceneIndex : ISearchContender
{
    private const string Field = "words";

    private readonly EnglishAnalyzer _analyzer = new(LuceneVersion.LUCENE_48);
    private FSDirectory? _directory;
    private DirectoryReader? _reader;
    private IndexSearcher? _searcher;

    public string Name => "lucene_net";

    public void Build(IReadOnlyList<BenchmarkPassage> passages, string folder)
    {
        _directory = FSDirectory.Open(folder);
        using (var writer = new IndexWriter(_directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, _analyzer) { Similarity = new BM25Similarity(0.9f, 0.4f) }))
        {
            foreach (var passage in passages)
            {
                writer.AddDocument([new TextField(Field, $"{passage.Title}\n{passage.Text}", Lucene.Net.Documents.Field.Store.YES)]);
            }
            writer.ForceMerge(1);
            writer.Commit();
        }
        _reader = DirectoryReader.Open(_directory);
        _searcher = new IndexSearcher(_reader) { Similarity = new BM25Similarity(0.9f, 0.4f) };
    }

    public int Search(IReadOnlyList<string> words, int count)
    {
        var query = new BooleanQuery();
        foreach (var word in words)
        {
            using var terms = _analyzer.GetTokenStream(Field, word);
            var term = terms.GetAttribute<ICharTermAttribute>();
            terms.Reset();
            while (terms.IncrementToken())
            {
                query.Add(new TermQuery(new Term(Field, term.ToString())), Occur.SHOULD);
            }
            terms.End();
        }
        return _searcher!.Search(query, count).ScoreDocs.Length;
    }

    public void Dispose()
    {
        _reader?.Dispose();
        _directory?.Dispose();
        _analyzer.Dispose();
    }
}
