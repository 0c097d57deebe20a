using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;

namespace WebQA.TextBrowser.Search.Words;

/// <summary>An index of words over pages and their passages, with BM25: a file mapped into memory, so that opening it takes no time. Read-only and thread-safe.</summary>
/// <remarks>
/// Robertson and Zaragoza 2009. A page's score is that of its best passage (title, heading, text) plus its own (title twice). Every place
/// of every term is counted, so the order is exact. Why this and not FTS5 or Lucene.NET: <c>docs/decisions</c>, with the figures.
/// </remarks>
internal sealed class WordIndex
{
    private readonly MappedFile _file;
    private readonly WordIndexLayout _layout;
    private readonly float[] _passageNorms;
    private readonly float[] _pageNorms;

    private WordIndex(MappedFile file, WordIndexLayout layout)
    {
        (_file, _layout) = (file, layout);
        _passageNorms = Bm25.Norms(file.Read<int>(layout.PassageLengths, layout.Passages));
        _pageNorms = Bm25.Norms(file.Read<int>(layout.PageLengths, layout.Pages));
    }

    /// <summary>A page that matches, with its best passage.</summary>
    public readonly record struct Hit(int Page, int Passage);

    /// <summary>Pages; ids count from 0.</summary>
    public int PageCount => _layout.Pages;

    /// <summary>Passages; ids count from 0, those of a page in a row.</summary>
    public int PassageCount => _layout.Passages;

    /// <summary>Pages that could not be read when the index was built.</summary>
    public IReadOnlyList<Uri> Unread => [.. Enumerable.Range(2 * (PageCount + PassageCount), _layout.Unread).Select(i => new Uri(Text(i)))];

    /// <summary>Opens an index; null where there is none at the path or it is not whole.</summary>
    public static WordIndex? TryOpen(string path)
    {
        var size = Marshal.SizeOf<WordIndexLayout>();
        if (!File.Exists(path) || new FileInfo(path).Length is var length && length < size)
        {
            return null;
        }
        try
        {
            var file = new MappedFile(path, length);
            var layout = file.Read<WordIndexLayout>(0, 1)[0];
            return layout.Magic == WordIndexLayout.CurrentMagic && layout.FileLength == length ? new WordIndex(file, layout) : null;
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            return null;
        }
    }

    public string UrlOf(int page) => Text(2 * (page + FirstPassage(page)));

    public string TitleOf(int page) => Text(2 * (page + FirstPassage(page)) + 1);

    public int PageOf(int passage) => _file.Read<int>(_layout.PassagePages, _layout.Passages)[passage];

    /// <summary>The name of a passage's vector.</summary>
    public UInt128 KeyOf(int passage) => _file.Read<UInt128>(_layout.PassageKeys, _layout.Passages)[passage];

    /// <summary>A passage's text, with the heading above it.</summary>
    public Passage Read(int passage)
    {
        var at = 2 * (PageOf(passage) + 1 + passage);
        return new Passage(Text(at), Text(at + 1));
    }

    /// <summary>The pages that hold any of the words, best first; equal ones by number.</summary>
    /// <param name="words">Words of a query; forms of one word count once each.</param>
    /// <param name="count">Most pages.</param>
    public IReadOnlyList<Hit> Search(IReadOnlyList<string> words, int count)
    {
        var passages = ArrayPool<float>.Shared.Rent(PassageCount);
        var pages = ArrayPool<float>.Shared.Rent(PageCount);
        var passageScores = passages.AsSpan(0, PassageCount);
        var pageScores = pages.AsSpan(0, PageCount);
        passageScores.Clear();
        pageScores.Clear();
        foreach (var term in FindTerms(words))
        {
            var postings = _file.Read<byte>(_layout.Postings + term.Start, term.PassageBytes + term.PageBytes);
            Bm25.Add(postings[..term.PassageBytes], term.Passages, _passageNorms, passageScores);
            Bm25.Add(postings[term.PassageBytes..], term.Pages, _pageNorms, pageScores);
        }
        var best = Best(passageScores, pageScores, count);
        ArrayPool<float>.Shared.Return(passages);
        ArrayPool<float>.Shared.Return(pages);
        GC.KeepAlive(_file);
        return best;
    }

    private IReadOnlyList<Hit> Best(ReadOnlySpan<float> passageScores, ReadOnlySpan<float> pageScores, int count)
    {
        var firstPassages = _file.Read<int>(_layout.FirstPassages, _layout.Pages + 1);
        var best = new BestHits(count);
        for (var page = 0; page < pageScores.Length; page++)
        {
            var (first, end) = (firstPassages[page], firstPassages[page + 1]);
            var (score, passage) = (0f, -1);
            for (var i = first; i < end; i++)
            {
                if (passageScores[i] > score)
                {
                    (score, passage) = (passageScores[i], i);
                }
            }
            if (passage >= 0)
            {
                best.Add(score + pageScores[page], new Hit(page, passage));
            }
        }
        return best.InOrder();
    }

    private List<TermEntry> FindTerms(IReadOnlyList<string> words)
    {
        var entries = _file.Read<TermEntry>(_layout.TermEntries, _layout.Terms);
        var found = new List<TermEntry>();
        Span<char> buffer = stackalloc char[TermScanner.MaxLength];
        foreach (var word in words)
        {
            var scanner = new TermScanner(word, buffer);
            while (scanner.MoveNext())
            {
                if (Find(scanner.Current) is >= 0 and var i)
                {
                    found.Add(entries[i]);
                }
            }
        }
        return found;
    }

    private int Find(ReadOnlySpan<char> term)
    {
        var offsets = _file.Read<int>(_layout.TermOffsets, _layout.Terms + 1);
        var texts = _file.Read<char>(_layout.TermTexts, offsets[^1]);
        var (low, high) = (0, _layout.Terms - 1);
        while (low <= high)
        {
            var middle = low + (high - low) / 2;
            var order = term.SequenceCompareTo(texts[offsets[middle]..offsets[middle + 1]]);
            if (order == 0)
            {
                return middle;
            }
            (low, high) = order < 0 ? (low, middle - 1) : (middle + 1, high);
        }
        return -1;
    }

    private int FirstPassage(int page) => _file.Read<int>(_layout.FirstPassages, _layout.Pages + 1)[page];

    private string Text(int index)
    {
        var offsets = _file.Read<long>(_layout.StringOffsets, 2L * (PageCount + PassageCount) + _layout.Unread + 1);
        var text = Encoding.UTF8.GetString(_file.Read<byte>(_layout.Strings + offsets[index], offsets[index + 1] - offsets[index]));
        GC.KeepAlive(_file);
        return text;
    }
}
