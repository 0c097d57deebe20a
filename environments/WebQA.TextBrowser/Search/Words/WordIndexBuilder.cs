using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;

namespace WebQA.TextBrowser.Search.Words;

/// <summary>Writes a <see cref="WordIndex"/>: to a temporary file that is renamed when it is whole, so that a killed process leaves no half of one.</summary>
/// <remarks>Texts go to the file as pages come; only the postings, some 200 bytes a passage, are held in memory. Not thread-safe.</remarks>
internal sealed class WordIndexBuilder : IDisposable
{
    private readonly string _path;
    private readonly string _temporary;
    private readonly FileStream _file;
    private readonly Dictionary<string, Term> _terms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Term>.AlternateLookup<ReadOnlySpan<char>> _termsBySpan;
    private readonly List<long> _stringOffsets = [];
    private readonly List<int> _firstPassages = [];
    private readonly List<int> _passagePages = [];
    private readonly List<UInt128> _passageKeys = [];
    private readonly List<int> _passageLengths = [];
    private readonly List<int> _pageLengths = [];
    private WordIndexLayout _layout;

    private sealed class Term
    {
        public PostingList Passages;
        public PostingList Pages;
    }

    /// <summary>Begins an index that will lie at a path. What killed processes left there is removed.</summary>
    public WordIndexBuilder(string path)
    {
        var folder = Path.GetDirectoryName(path)!;
        Directory.CreateDirectory(folder);
        RemoveAbandoned(folder, Path.GetFileName(path));
        (_path, _temporary) = (path, $"{path}.{Guid.NewGuid():N}.tmp");
        _file = new FileStream(_temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16);
        _termsBySpan = _terms.GetAlternateLookup<ReadOnlySpan<char>>();
        _file.Write(new byte[Marshal.SizeOf<WordIndexLayout>()]);
        _layout.Strings = Align();
    }

    /// <summary>Passages so far.</summary>
    public int Passages => _passagePages.Count;

    /// <summary>Adds a page. Ids count from 0 in the order in which pages and their passages come.</summary>
    public void Add(IndexedPage page)
    {
        var id = _firstPassages.Count;
        _firstPassages.Add(_passagePages.Count);
        AddString(page.Url);
        AddString(page.Title);
        var titleTerms = AddTerms(page.Title, id, passage: -1, pageTimes: 2);
        var pageLength = 2 * titleTerms;
        var heading = string.Empty;
        foreach (var passage in page.Passages)
        {
            var passageId = _passagePages.Count;
            AddString(passage.Heading);
            AddString(passage.Text);
            AddTerms(page.Title, id, passageId, pageTimes: 0);
            // A heading counts once for its page, where it first appears.
            var isNew = passage.Heading != heading;
            heading = passage.Heading;
            var headingTerms = AddTerms(heading, id, passageId, isNew ? 1 : 0);
            var textTerms = AddTerms(passage.Text, id, passageId, pageTimes: 1);
            _passagePages.Add(id);
            _passageKeys.Add(passage.Key);
            _passageLengths.Add(titleTerms + headingTerms + textTerms);
            pageLength += textTerms + (isNew ? headingTerms : 0);
        }
        _pageLengths.Add(pageLength);
    }

    /// <summary>Writes the rest and puts the index in its place.</summary>
    /// <param name="unread">Addresses of pages that could not be read.</param>
    public void Complete(IReadOnlyList<Uri> unread)
    {
        foreach (var url in unread)
        {
            AddString(url.AbsoluteUri);
        }
        _stringOffsets.Add(_file.Position - _layout.Strings);
        _firstPassages.Add(_passagePages.Count);
        _layout.Magic = WordIndexLayout.CurrentMagic;
        (_layout.Pages, _layout.Passages, _layout.Unread, _layout.Terms) = (_pageLengths.Count, _passagePages.Count, unread.Count, _terms.Count);
        _layout.StringOffsets = Write<long>(_stringOffsets);
        _layout.FirstPassages = Write<int>(_firstPassages);
        _layout.PassagePages = Write<int>(_passagePages);
        _layout.PassageKeys = Write<UInt128>(_passageKeys);
        _layout.PassageLengths = Write<int>(_passageLengths);
        _layout.PageLengths = Write<int>(_pageLengths);
        WriteTerms();
        _layout.FileLength = _file.Position;
        _file.Position = 0;
        _file.Write(MemoryMarshal.AsBytes(new ReadOnlySpan<WordIndexLayout>(in _layout)));
        _file.Flush(flushToDisk: true);
        _file.Dispose();
        File.Move(_temporary, _path, overwrite: true);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _file.Dispose();
        File.Delete(_temporary);
    }

    /// <summary>A file that can be opened alone belongs to no living process.</summary>
    private static void RemoveAbandoned(string folder, string name)
    {
        foreach (var file in Directory.EnumerateFiles(folder, $"{name}.*.tmp"))
        {
            try
            {
                using (new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
                {
                    File.Delete(file);
                }
            }
            catch (IOException)
            {
                // Another process is building the same index.
            }
        }
    }

    private int AddTerms(string text, int page, int passage, int pageTimes)
    {
        var count = 0;
        Span<char> buffer = stackalloc char[TermScanner.MaxLength];
        var scanner = new TermScanner(text, buffer);
        while (scanner.MoveNext())
        {
            count++;
            if (!_termsBySpan.TryGetValue(scanner.Current, out var term))
            {
                _termsBySpan[scanner.Current] = term = new Term();
            }
            if (passage >= 0)
            {
                term.Passages.Add(passage, 1);
            }
            if (pageTimes > 0)
            {
                term.Pages.Add(page, pageTimes);
            }
        }
        return count;
    }

    private void AddString(string text)
    {
        _stringOffsets.Add(_file.Position - _layout.Strings);
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        _file.Write(bytes, 0, Encoding.UTF8.GetBytes(text, bytes));
        ArrayPool<byte>.Shared.Return(bytes);
    }

    private void WriteTerms()
    {
        var sorted = _terms.OrderBy(static t => t.Key, StringComparer.Ordinal).ToArray();
        var offsets = new List<int>(sorted.Length + 1) { 0 };
        var entries = new List<TermEntry>(sorted.Length);
        _layout.TermTexts = Align();
        foreach (var (text, _) in sorted)
        {
            _file.Write(MemoryMarshal.AsBytes(text.AsSpan()));
            offsets.Add(offsets[^1] + text.Length);
        }
        _layout.TermOffsets = Write<int>(offsets);
        _layout.Postings = Align();
        foreach (var (_, term) in sorted)
        {
            term.Passages.Close();
            term.Pages.Close();
            entries.Add(new TermEntry
            {
                Start = _file.Position - _layout.Postings,
                PassageBytes = term.Passages.Length, PageBytes = term.Pages.Length, Passages = term.Passages.Count, Pages = term.Pages.Count,
            });
            _file.Write(term.Passages.Bytes);
            _file.Write(term.Pages.Bytes);
        }
        _layout.TermEntries = Write<TermEntry>(entries);
    }

    private long Write<T>(List<T> values)
        where T : unmanaged
    {
        var start = Align();
        _file.Write(MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(values)));
        return start;
    }

    private long Align()
    {
        _file.Write(new byte[(16 - _file.Position % 16) % 16]);
        return _file.Position;
    }
}
