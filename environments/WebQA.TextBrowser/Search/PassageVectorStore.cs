using WebQA.Core.Browsing;

namespace WebQA.TextBrowser.Search;

/// <summary>Gets a vector for every passage of an index: from the shipped file, from an earlier start, or from the embedder.</summary>
internal static class PassageVectorStore
{
    /// <summary>The vectors by passage id; what had to be computed is kept for the next start.</summary>
    public static async Task<IReadOnlyList<sbyte[]>> CompleteAsync(
        WordIndex words, IEmbedder embedder, string? shippedFile, string ownFile, Action<int, int> report, CancellationToken cancellationToken)
    {
        var shipped = shippedFile is null ? new Dictionary<UInt128, sbyte[]>() : PassageVectorFile.Read(shippedFile, embedder.Name, embedder.Dimensions);
        var own = PassageVectorFile.Read(ownFile, embedder.Name, embedder.Dimensions);
        var vectors = words.Passages.Select(p => shipped.GetValueOrDefault(p.Key) ?? own.GetValueOrDefault(p.Key)).ToArray();
        var missing = Enumerable.Range(0, vectors.Length).Where(i => vectors[i] is null).ToArray();
        if (missing.Length == 0)
        {
            return vectors!;
        }
        report(vectors.Length - missing.Length, vectors.Length);
        var computed = new Dictionary<UInt128, sbyte[]>();
        foreach (var batch in missing.Chunk(PassageEncoder.BatchSize))
        {
            var encoded = await PassageEncoder.EncodeAsync(embedder, words.Read(batch), cancellationToken);
            for (var i = 0; i < batch.Length; i++)
            {
                vectors[batch[i]] = computed[words.Passages[batch[i]].Key] = encoded[i];
            }
            report(vectors.Count(v => v is not null), vectors.Length);
        }
        foreach (var (key, vector) in own)
        {
            computed.TryAdd(key, vector);
        }
        PassageVectorFile.Write(ownFile, embedder.Name, embedder.Dimensions, computed);
        return vectors!;
    }
}
