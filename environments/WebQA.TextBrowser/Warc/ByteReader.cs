using System.Text;

namespace WebQA.TextBrowser.Warc;

/// <summary>Reads lines and blocks from a stream, and knows how far it is.</summary>
internal sealed class ByteReader(Stream stream)
{
    private readonly byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;

    /// <summary>Bytes read so far.</summary>
    public long Position { get; private set; }

    /// <summary>A line in UTF-8 without its end; null at the end of the stream.</summary>
    /// <exception cref="InvalidDataException">The line is longer than <paramref name="longest"/> bytes.</exception>
    public string? ReadLine(int longest)
    {
        using var line = new MemoryStream();
        while (Fill())
        {
            var ahead = _buffer.AsSpan(_start, _end - _start);
            var end = ahead.IndexOf((byte)'\n');
            ahead = end < 0 ? ahead : ahead[..(end + 1)];
            if (line.Length + ahead.Length > longest)
            {
                throw new InvalidDataException($"a line is longer than {longest} bytes");
            }
            line.Write(ahead);
            Advance(ahead.Length);
            if (end >= 0)
            {
                return Text(line);
            }
        }
        return line.Length == 0 ? null : Text(line);
    }

    /// <summary>Fills as much as there is.</summary>
    public int Read(Span<byte> bytes)
    {
        var read = 0;
        while (read < bytes.Length && Fill())
        {
            var count = Math.Min(bytes.Length - read, _end - _start);
            _buffer.AsSpan(_start, count).CopyTo(bytes[read..]);
            Advance(count);
            read += count;
        }
        return read;
    }

    /// <summary>Leaves out so many bytes, or as many as there are.</summary>
    public void Skip(long count)
    {
        while (count > 0 && Fill())
        {
            var step = (int)Math.Min(count, _end - _start);
            Advance(step);
            count -= step;
        }
    }

    /// <summary>Leaves out line ends.</summary>
    public void SkipBlankLines()
    {
        while (Fill() && _buffer[_start] is (byte)'\r' or (byte)'\n')
        {
            Advance(1);
        }
    }

    /// <summary>Goes on to the next line that begins so; false where there is none.</summary>
    public bool SkipToLine(ReadOnlySpan<byte> beginning)
    {
        while (Fill())
        {
            var end = _buffer.AsSpan(_start, _end - _start).IndexOf((byte)'\n');
            Advance(end < 0 ? _end - _start : end + 1);
            if (end >= 0 && Peek(beginning.Length).SequenceEqual(beginning))
            {
                return true;
            }
        }
        return false;
    }

    private static string Text(MemoryStream line) => Encoding.UTF8.GetString(line.GetBuffer(), 0, (int)line.Length).TrimEnd('\n').TrimEnd('\r');

    private ReadOnlySpan<byte> Peek(int count)
    {
        if (_end - _start < count)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
            for (int read; _end < count && (read = stream.Read(_buffer, _end, _buffer.Length - _end)) > 0; _end += read)
            {
            }
        }
        return _buffer.AsSpan(_start, Math.Min(count, _end - _start));
    }

    private bool Fill()
    {
        if (_start == _end)
        {
            (_start, _end) = (0, stream.Read(_buffer, 0, _buffer.Length));
        }
        return _start < _end;
    }

    private void Advance(int count)
    {
        _start += count;
        Position += count;
    }
}
