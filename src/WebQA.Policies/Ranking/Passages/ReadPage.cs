using WebQA.Core.Browsing;
using WebQA.Policies.Ranking.Features;
using WebQA.Policies.Ranking.Notebooks;

namespace WebQA.Policies.Ranking.Passages;

/// <summary>A page as far as it was read, taken apart and embedded; nothing here depends on the question.</summary>
/// <remarks>Only sentences and headings go through the encoder; the vectors of blocks, sections and passages are word-weighted means.</remarks>
internal sealed class ReadPage
{
    /// <summary>Words from which a passage is full; a heading begins a new one too.</summary>
    private const int PassageWords = 100;

    private readonly EmbeddingBook _embeddings;
    private readonly Lazy<NormalizedText> _normalized;

    private ReadPage(NotedPage noted, PageText text, IReadOnlyList<Block> blocks, IReadOnlyList<Sentence> sentences, EmbeddingBook embeddings)
    {
        (Noted, Text, Blocks, Sentences, _embeddings) = (noted, text, blocks, sentences, embeddings);
        LinesRead = noted.LinesRead;
        _normalized = new(() => NormalizedText.Of(text.Text));
        Quality = PageQuality.Of(text.Text);
        Words = Math.Max(1, blocks.Count == 0 ? 1 : blocks[^1].WordsBefore + Features.Words.Of(blocks[^1].Text).Count);
        BlockVectors = sentences.GroupBy(s => s.Block.Index).ToDictionary(g => g.Key, Mean);
        SectionVectors = sentences.GroupBy(s => s.Block.Section).ToDictionary(g => g.Key, Mean);
        Headings = blocks.Where(b => b.Kind == BlockKind.Heading).ToDictionary(b => b.Section, b => b.Text);
        Passages = [.. CutPassages(sentences).Select(Mean)];
    }

    public NotedPage Noted { get; }

    /// <summary>The page's title, its domain left out: no feature knows where a page stands.</summary>
    public string Title => Noted.Subject;

    /// <summary>Lines that had been read when this was made.</summary>
    public int LinesRead { get; }

    public PageText Text { get; }

    /// <summary>The text in the form in which quotes are matched.</summary>
    public NormalizedText Normalized => _normalized.Value;

    public IReadOnlyList<Block> Blocks { get; }

    public IReadOnlyList<Sentence> Sentences { get; }

    public PageQuality Quality { get; }

    public int Words { get; }

    /// <summary>Unit vectors by block, section and passage.</summary>
    public IReadOnlyDictionary<int, float[]> BlockVectors { get; }

    public IReadOnlyDictionary<int, float[]> SectionVectors { get; }

    public IReadOnlyList<float[]> Passages { get; }

    /// <summary>The heading of each section that has one.</summary>
    public IReadOnlyDictionary<int, string> Headings { get; }

    public static async Task<ReadPage> OfAsync(NotedPage noted, EmbeddingBook embeddings, CancellationToken cancellationToken)
    {
        var text = PageText.Of(noted.Lines);
        var blocks = BlockReader.Blocks(text.Text);
        var sentences = BlockReader.Sentences(noted.Key, blocks, text.Links);
        var headings = blocks.Where(b => b.Kind == BlockKind.Heading).Select(b => b.Text);
        await embeddings.LearnAsync(sentences.Select(s => s.Text).Concat(headings).Append(noted.Subject), cancellationToken);
        return new ReadPage(noted, text, blocks, sentences, embeddings);
    }

    public float[] VectorOf(string text) => _embeddings[text];

    private float[] Mean(IEnumerable<Sentence> sentences) =>
        Vectors.UnitMean(sentences.Select(s => (_embeddings[s.Text], (double)s.Words)), _embeddings.Dimensions);

    private static List<List<Sentence>> CutPassages(IReadOnlyList<Sentence> sentences)
    {
        var passages = new List<List<Sentence>>();
        var words = 0;
        foreach (var sentence in sentences)
        {
            if (passages.Count == 0 || words >= PassageWords || passages[^1][^1].Block.Section != sentence.Block.Section)
            {
                passages.Add([]);
                words = 0;
            }
            passages[^1].Add(sentence);
            words += sentence.Words;
        }
        return passages;
    }
}
