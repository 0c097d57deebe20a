using System.Runtime.InteropServices;
using WebQA.TextBrowser.Search.Words;

namespace WebQA.TextBrowser.Search;

/// <summary>The vectors of all passages, mapped into memory, compared one by one: exact, and fast enough without an approximate index. Read-only and thread-safe.</summary>
internal sealed class VectorIndex
{
    private readonly MappedFile _file;
    private readonly VectorLayout _layout;
    private readonly WordIndex _words;

    private VectorIndex(MappedFile file, VectorLayout layout, WordIndex words) => (_file, _layout, _words) = (file, layout, words);

    /// <summary>Opens the vectors of an index; null where they are not all there.</summary>
    public static VectorIndex? TryOpen(string path, VectorLayout expected, WordIndex words)
    {
        var length = VectorLayout.Size + (long)words.PassageCount * expected.RowSize;
        if (!File.Exists(path) || new FileInfo(path).Length != length)
        {
            return null;
        }
        var file = new MappedFile(path, length);
        var layout = file.Read<VectorLayout>(0, 1)[0];
        return layout.IsLike(expected) && layout.Complete == words.PassageCount ? new VectorIndex(file, layout, words) : null;
    }

    /// <summary>The pages whose best passages are most like the query, best first; equal ones by number.</summary>
    /// <param name="query">A unit vector.</param>
    /// <param name="count">Most pages.</param>
    public IReadOnlyList<WordIndex.Hit> Search(ReadOnlySpan<float> query, int count)
    {
        var product = new ByteProduct(query);
        var best = new BestHits(count);
        var passages = _words.PassageCount;
        var (page, score, passage) = (-1, float.MinValue, -1);
        for (var i = 0; i < passages; i++)
        {
            if (_words.PageOf(i) is var next && next != page)
            {
                Offer();
                (page, score, passage) = (next, float.MinValue, i);
            }
            var row = Row(i);
            var cosine = product.With(Numbers(row)) * MemoryMarshal.Read<float>(row[16..]);
            if (cosine > score)
            {
                (score, passage) = (cosine, i);
            }
        }
        Offer();
        GC.KeepAlive(_file);
        return best.InOrder();

        void Offer()
        {
            if (page >= 0)
            {
                best.Add(score, new WordIndex.Hit(page, passage));
            }
        }
    }

    /// <summary>The numbers of a passage's vector.</summary>
    public sbyte[] Read(int passage) => Numbers(Row(passage)).ToArray();

    private static ReadOnlySpan<sbyte> Numbers(ReadOnlySpan<byte> row) => MemoryMarshal.Cast<byte, sbyte>(row[VectorLayout.RowHead..]);

    private ReadOnlySpan<byte> Row(int passage) => _file.Read<byte>(VectorLayout.Size + (long)passage * _layout.RowSize, _layout.RowSize);
}
