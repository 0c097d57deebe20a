using System.Runtime.InteropServices;
using WebQA.Core.Browsing;
using WebQA.TextBrowser.Search.Words;

namespace WebQA.TextBrowser.Search;

/// <summary>Makes the vectors of an index's passages, in their order: from the shipped file, from the files of earlier indexes, or by the embedder. Stopped at any moment, it goes on from there.</summary>
/// <param name="options">Where files lie.</param>
/// <param name="embedder">Makes what is in no file.</param>
/// <param name="report">Told how many of how many are there.</param>
internal sealed class PassageVectorMaker(LocalSearchOptions options, IEmbedder embedder, Action<int, int> report)
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(500);

    /// <summary>The vectors if all are there already; null otherwise.</summary>
    public VectorIndex? TryOpen(string path, WordIndex words) => VectorIndex.TryOpen(path, VectorLayout.Of(embedder.Name, embedder.Dimensions), words);

    /// <summary>The vectors, once all are there.</summary>
    /// <param name="path">Their file.</param>
    /// <param name="words">The index.</param>
    /// <param name="cancellationToken">Ends the making; what was made is kept.</param>
    public async Task<VectorIndex> CompleteAsync(string path, WordIndex words, CancellationToken cancellationToken)
    {
        var layout = VectorLayout.Of(embedder.Name, embedder.Dimensions);
        while (true)
        {
            if (VectorIndex.TryOpen(path, layout, words) is { } vectors)
            {
                return vectors;
            }
            using (var writer = VectorWriter.TryOpen(path, layout, words))
            {
                if (writer is not null)
                {
                    await FillAsync(writer, path, layout, words, cancellationToken);
                    continue;
                }
            }
            // Another process makes them.
            var length = File.Exists(path) ? new FileInfo(path).Length : 0;
            report((int)(Math.Max(0, length - VectorLayout.Size) / layout.RowSize), words.PassageCount);
            await Task.Delay(BetweenLooks, cancellationToken);
        }
    }

    private async Task FillAsync(VectorWriter writer, string path, VectorLayout layout, WordIndex words, CancellationToken cancellationToken)
    {
        var known = writer.Rows < words.PassageCount ? KnownVectors(path, layout) : [];
        while (writer.Rows < words.PassageCount)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (known.TryGetValue(words.KeyOf(writer.Rows), out var vector))
            {
                writer.Add(vector);
                continue;
            }
            report(writer.Rows, words.PassageCount);
            var passages = Enumerable.Range(writer.Rows, words.PassageCount - writer.Rows).TakeWhile(i => !known.ContainsKey(words.KeyOf(i))).Take(PassageEncoder.BatchSize);
            foreach (var encoded in await PassageEncoder.EncodeAsync(embedder, [.. passages.Select(words.Read)], cancellationToken))
            {
                writer.Add(encoded);
            }
            writer.Flush();
        }
        writer.Complete();
    }

    /// <summary>Vectors by the key of their passage; a page that did not change keeps its own.</summary>
    private Dictionary<UInt128, sbyte[]> KnownVectors(string path, VectorLayout layout)
    {
        var known = options.ShippedVectors is null ? [] : new Dictionary<UInt128, sbyte[]>(PassageVectorFile.Read(options.ShippedVectors, embedder.Name, embedder.Dimensions));
        var folder = Path.GetDirectoryName(path)!;
        foreach (var file in Directory.EnumerateFiles(folder, $"*{Path.GetExtension(path)}").Where(f => f != path))
        {
            AddRows(file, layout, known);
        }
        return known;
    }

    private static void AddRows(string path, VectorLayout layout, Dictionary<UInt128, sbyte[]> known)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16);
        var head = new byte[VectorLayout.Size];
        var row = new byte[layout.RowSize];
        if (file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) < head.Length || !MemoryMarshal.Read<VectorLayout>(head).IsLike(layout))
        {
            return;
        }
        while (file.ReadAtLeast(row, row.Length, throwOnEndOfStream: false) == row.Length)
        {
            known[MemoryMarshal.Read<UInt128>(row)] = MemoryMarshal.Cast<byte, sbyte>(row.AsSpan(VectorLayout.RowHead)).ToArray();
        }
    }
}
