using WebQA.Core.Browsing;

namespace WebQA.Policies.Ranking.Notebooks;

/// <summary>The vectors of the texts that one episode has met. Texts are embedded when they are read, never before.</summary>
internal sealed class EmbeddingBook(IEmbedder embedder)
{
    private readonly Dictionary<string, float[]> _vectors = new(StringComparer.Ordinal);

    public int Dimensions => embedder.Dimensions;

    public float[] this[string text] => _vectors[text];

    /// <summary>Embeds those of the texts that are new.</summary>
    public async Task LearnAsync(IEnumerable<string> texts, CancellationToken cancellationToken)
    {
        var fresh = texts.Where(t => !_vectors.ContainsKey(t)).Distinct(StringComparer.Ordinal).ToList();
        if (fresh.Count == 0)
        {
            return;
        }
        var vectors = await embedder.EmbedAsync(fresh, cancellationToken);
        for (var i = 0; i < fresh.Count; i++)
        {
            _vectors[fresh[i]] = vectors[i];
        }
    }
}
