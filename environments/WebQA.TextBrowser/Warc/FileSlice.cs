using Microsoft.Win32.SafeHandles;

namespace WebQA.TextBrowser.Warc;

/// <summary>A part of a file, read from its beginning.</summary>
internal sealed class FileSlice(SafeFileHandle file, long start, long end) : Stream
{
    private long _read;

    /// <summary>From here on a read gives a single byte, so that <see cref="Position"/> tells how much the reader needed.</summary>
    public long OneByOneFrom { get; init; } = long.MaxValue;

    /// <summary>Where the latest read began.</summary>
    public long LastRead { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => end - start;

    public override long Position
    {
        get => _read;
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        var most = Math.Min(Length - _read, _read < OneByOneFrom ? OneByOneFrom - _read : 1);
        var read = RandomAccess.Read(file, buffer[..(int)Math.Min(buffer.Length, most)], start + _read);
        LastRead = _read;
        _read += read;
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
