using System.Numerics.Tensors;
using WebQA.Core.Browsing;

namespace WebQA.TextBrowser.Search;

/// <summary>Makes the vector of a passage: the mean of its sentences' vectors, weighted by their words, as signed bytes.</summary>
internal static class PassageEncoder
{
    /// <summary>Passages that are embedded together, so that a wish to stop is soon heard.</summary>
    public const int BatchSize = 16;

    /// <summary>A vector a passage, in order.</summary>
    public static async Task<IReadOnlyList<sbyte[]>> EncodeAsync(IEmbedder embedder, IReadOnlyList<Passage> passages, CancellationToken cancellationToken)
    {
        var sentences = passages.Select(p => SentenceSplitter.Split(p.Text).Select(s => p.Text.Substring(s.Start, s.Length)).ToArray()).ToArray();
        var vectors = await embedder.EmbedAsync([.. sentences.SelectMany(s => s)], cancellationToken);
        var encoded = new sbyte[passages.Count][];
        var at = 0;
        for (var i = 0; i < passages.Count; i++)
        {
            var mean = new float[embedder.Dimensions];
            foreach (var sentence in sentences[i])
            {
                TensorPrimitives.MultiplyAdd(vectors[at++], WordCount.Of(sentence), mean, mean);
            }
            encoded[i] = Quantize(mean);
        }
        return encoded;
    }

    private static sbyte[] Quantize(float[] vector)
    {
        var scale = sbyte.MaxValue / Math.Max(Math.Abs(TensorPrimitives.MaxMagnitude<float>(vector)), 1e-12f);
        var bytes = new sbyte[vector.Length];
        for (var i = 0; i < vector.Length; i++)
        {
            bytes[i] = (sbyte)Math.Round(scale * vector[i]);
        }
        return bytes;
    }
}
