using System.IO.Compression;
using Microsoft.Win32.SafeHandles;

namespace WebQA.TextBrowser.Warc;

/// <summary>Where a member of a gzip file begins and ends.</summary>
/// <remarks>RFC 1952. The end is found by unpacking, not by what looks like the next beginning: a stored block holds verbatim whatever a site sent.</remarks>
internal static class GzipMember
{
    private const int FixedHeader = 10, Trailer = 8;

    private const byte HasHeaderSum = 2, HasExtra = 4, HasName = 8, HasComment = 16;

    /// <summary>The bytes that a member begins with.</summary>
    public static ReadOnlySpan<byte> Magic => [0x1F, 0x8B, 0x08];

    /// <summary>Whether the magic bytes stand at a place.</summary>
    public static bool Begins(SafeFileHandle file, long at)
    {
        Span<byte> head = stackalloc byte[3];
        return RandomAccess.Read(file, head, at) == head.Length && head.SequenceEqual(Magic);
    }

    /// <summary>Where the member ends that begins at a place; -1 where it is damaged or cut off. Its checksum is not looked at.</summary>
    public static long FindEnd(SafeFileHandle file, long start, long length)
    {
        if (SkipHeader(file, start, length) is not { } body)
        {
            return -1;
        }
        // The inflater takes its input in pieces and does not say how much of the last one it used: that one is given again, byte by byte.
        if (Drain(new FileSlice(file, body, length)) is not { } coarse || Drain(new FileSlice(file, body, length) { OneByOneFrom = coarse.LastRead }) is not { } exact)
        {
            return -1;
        }
        var end = body + exact.Position + Trailer;
        return end <= length ? end : -1;
    }

    /// <summary>Whether what was found unpacks to what its checksum says.</summary>
    public static bool IsWhole(SafeFileHandle file, long start, long end)
    {
        try
        {
            using var member = new GZipStream(new FileSlice(file, start, end), CompressionMode.Decompress);
            member.CopyTo(Stream.Null);
            return true;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    /// <summary>The slice, read as far as the unpacking needed; null where that failed.</summary>
    private static FileSlice? Drain(FileSlice slice)
    {
        try
        {
            using var unpacked = new DeflateStream(slice, CompressionMode.Decompress);
            // Not CopyTo, which reads on behind the end.
            var buffer = new byte[64 * 1024];
            while (unpacked.Read(buffer) > 0)
            {
            }
            return slice;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static long? SkipHeader(SafeFileHandle file, long start, long length)
    {
        var reader = new ByteReader(new FileSlice(file, start, length));
        Span<byte> head = stackalloc byte[FixedHeader];
        if (reader.Read(head) < head.Length)
        {
            return null;
        }
        var flags = head[3];
        if ((flags & HasExtra) != 0)
        {
            reader.Read(head[..2]);
            reader.Skip(head[0] | (head[1] << 8));
        }
        foreach (var text in (ReadOnlySpan<byte>)[HasName, HasComment])
        {
            while ((flags & text) != 0 && reader.Read(head[..1]) == 1 && head[0] != 0)
            {
            }
        }
        reader.Skip((flags & HasHeaderSum) != 0 ? 2 : 0);
        return start + reader.Position;
    }
}
