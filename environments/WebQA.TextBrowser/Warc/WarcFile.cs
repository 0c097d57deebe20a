using System.IO.Compression;
using Microsoft.Win32.SafeHandles;

namespace WebQA.TextBrowser.Warc;

/// <summary>Reads a web archive, plain or with its records compressed one by one or all together. A damaged record costs itself alone.</summary>
/// <remarks>WARC/1.0 and 1.1 (ISO 28500). A member of a compressed file begins where the one before it ends. Only behind a damaged one is the next sought by its magic bytes, which a captured body may hold too.</remarks>
public sealed class WarcFile : IDisposable
{
    private readonly SafeFileHandle _file;
    private readonly long _length;
    private readonly bool _isCompressed;

    private WarcFile(SafeFileHandle file)
    {
        _file = file;
        _length = RandomAccess.GetLength(file);
        _isCompressed = GzipMember.Begins(file, 0);
    }

    private static ReadOnlySpan<byte> Beginning => "WARC/"u8;

    /// <summary>Opens an archive.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static WarcFile Open(string path) => new(File.OpenHandle(path, options: FileOptions.SequentialScan));

    /// <summary>The records in the file's order, damaged ones named in their place.</summary>
    public IEnumerable<WarcRecord> Records()
    {
        var start = _isCompressed ? SeekMember(0) : 0;
        if (start != 0)
        {
            yield return new WarcRecord("0", "no record begins here");
        }
        while (start >= 0)
        {
            var next = _isCompressed ? MemberAfter(start) : -1;
            using var slice = new FileSlice(_file, start, next < 0 ? _length : next);
            using Stream stream = _isCompressed ? new GZipStream(slice, CompressionMode.Decompress) : slice;
            var reader = new ByteReader(stream);
            for (var number = 0; Next(reader, start, number) is { } record; number++)
            {
                yield return record;
                if (!TryLeave(record, reader))
                {
                    break;
                }
            }
            start = next;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private WarcRecord? Next(ByteReader reader, long start, int number)
    {
        var place = number == 0 ? $"{start}" : $"{start}+{number}";
        try
        {
            reader.SkipBlankLines();
            place = _isCompressed ? place : $"{reader.Position}";
            return WarcHead.Read(reader) is { } head ? new WarcRecord(place, head, reader) : null;
        }
        catch (InvalidDataException e)
        {
            return new WarcRecord(place, e.Message);
        }
    }

    /// <summary>Goes on to the next record; false where what is left of this part cannot be read.</summary>
    private static bool TryLeave(WarcRecord record, ByteReader reader)
    {
        try
        {
            record.Leave();
            return record.Fault is null || reader.SkipToLine(Beginning);
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    /// <summary>Where the next compressed member that holds a record begins behind one; -1 where there is none.</summary>
    private long MemberAfter(long start)
    {
        for (var at = start; ;)
        {
            var end = GzipMember.FindEnd(_file, at, _length);
            if (end == _length)
            {
                return -1;
            }
            if (end < 0 || !GzipMember.Begins(_file, end))
            {
                return SeekMember(end >= 0 && GzipMember.IsWhole(_file, at, end) ? end : at + 1);
            }
            if (IsRecord(end))
            {
                return end;
            }
            // A record may go on in further members.
            at = end;
        }
    }

    /// <summary>The first place, at or after one, that looks like a compressed member that holds a record; -1 where there is none.</summary>
    private long SeekMember(long from)
    {
        var buffer = new byte[256 * 1024];
        while (from < _length)
        {
            var ahead = buffer.AsSpan(0, RandomAccess.Read(_file, buffer, from));
            for (var at = ahead.IndexOf(GzipMember.Magic); at >= 0;)
            {
                if (IsRecord(from + at))
                {
                    return from + at;
                }
                var further = ahead[(at + 1)..].IndexOf(GzipMember.Magic);
                at = further < 0 ? -1 : at + 1 + further;
            }
            // The magic bytes may lie across the end of what was read.
            from += ahead.Length == buffer.Length ? ahead.Length - (GzipMember.Magic.Length - 1) : ahead.Length;
            if (ahead.IsEmpty)
            {
                break;
            }
        }
        return -1;
    }

    private bool IsRecord(long start)
    {
        try
        {
            using var member = new GZipStream(new FileSlice(_file, start, _length), CompressionMode.Decompress);
            Span<byte> head = stackalloc byte[5];
            return member.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length && head.SequenceEqual(Beginning);
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }
}
