using System.Numerics.Tensors;

namespace WebQA.TextBrowser.Search;

/// <summary>The vectors of all passages in memory. Read-only and thread-safe.</summary>
internal sealed class VectorIndex
{
    private readonly float[] _vectors;
    private readonly int[] _pages;
    private readonly int _dimensions;

    /// <summary>Takes a vector and a page for each passage, by passage id.</summary>
    public VectorIndex(IReadOnlyList<sbyte[]> vectors, IEnumerable<int> pages, int dimensions)
    {
        _dimensions = dimensions;
        _pages = [.. pages];
        _vectors = new float[vectors.Count * dimensions];
        for (var i = 0; i < vectors.Count; i++)
        {
            PassageEncoder.Dequantize(vectors[i], _vectors.AsSpan(i * dimensions, dimensions));
        }
    }

    /// <summary>Every page by its best passage, best first; equal pages by number.</summary>
    public IReadOnlyList<WordIndex.Hit> Search(float[] query)
    {
        var best = new Dictionary<int, (float Cosine, int Passage)>();
        for (var i = 0; i < _pages.Length; i++)
        {
            var cosine = TensorPrimitives.Dot<float>(query, _vectors.AsSpan(i * _dimensions, _dimensions));
            if (!best.TryGetValue(_pages[i], out var known) || cosine > known.Cosine)
            {
                best[_pages[i]] = (cosine, i);
            }
        }
        return [.. best.OrderByDescending(b => b.Value.Cosine).ThenBy(b => b.Key).Select(b => new WordIndex.Hit(b.Key, b.Value.Passage))];
    }
}
