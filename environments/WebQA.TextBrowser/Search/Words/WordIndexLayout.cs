using System.Runtime.InteropServices;

namespace WebQA.TextBrowser.Search.Words;

/// <summary>The form of an index file: this header, then its parts, each at a multiple of 16 bytes. Little-endian, as every machine that .NET runs on.</summary>
/// <remarks>
/// Strings stand in the order in which pages came: URL and title of a page, then heading and text of each of its passages, then the next
/// page; at last the addresses of unread pages. Terms are sorted by UTF-16 units. The postings of a term are its passages, then its pages:
/// for each the distance from the one before, doubled, plus 1 where the term stands there once; otherwise how often follows. Both are variable-length.
/// </remarks>
[StructLayout(LayoutKind.Sequential, Pack = 8)]
internal struct WordIndexLayout
{
    /// <summary><c>WQWORDS</c> and the version of the file's form and of how pages are cut into passages and terms.</summary>
    public const ulong CurrentMagic = 0x32_53_44_52_4F_57_51_57;

    public ulong Magic;
    public long FileLength;
    public int Pages;
    public int Passages;
    public int Unread;
    public int Terms;

    /// <summary>UTF-8.</summary>
    public long Strings;

    /// <summary>A <see cref="long"/> for each string, and one for the end.</summary>
    public long StringOffsets;

    /// <summary>An <see cref="int"/> a page and one for the end: its first passage.</summary>
    public long FirstPassages;

    /// <summary>An <see cref="int"/> a passage: its page.</summary>
    public long PassagePages;

    /// <summary>A <see cref="UInt128"/> a passage: the key of its vector.</summary>
    public long PassageKeys;

    /// <summary>An <see cref="int"/> a passage: its terms.</summary>
    public long PassageLengths;

    /// <summary>An <see cref="int"/> a page: its terms.</summary>
    public long PageLengths;

    /// <summary>UTF-16.</summary>
    public long TermTexts;

    /// <summary>An <see cref="int"/> a term and one for the end.</summary>
    public long TermOffsets;

    /// <summary>A <see cref="TermEntry"/> a term.</summary>
    public long TermEntries;

    public long Postings;
}

/// <summary>Where a term's postings stand.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 8)]
internal struct TermEntry
{
    /// <summary>From the beginning of all postings.</summary>
    public long Start;
    public int PassageBytes;
    public int PageBytes;
    public int Passages;
    public int Pages;
}
