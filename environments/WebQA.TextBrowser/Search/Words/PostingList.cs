namespace WebQA.TextBrowser.Search.Words;

/// <summary>The places of one term while an index is built, in the form in which they are written.</summary>
internal struct PostingList
{
    private byte[]? _bytes;
    private int _last;
    private int _pending;
    private int _pendingCount;

    /// <summary>Bytes written; complete after <see cref="Close"/>.</summary>
    public int Length { get; private set; }

    /// <summary>Places written.</summary>
    public int Count { get; private set; }

    public readonly ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, Length);

    /// <summary>The term stands at a place once more. Places come in rising order.</summary>
    public void Add(int place, int times)
    {
        if (_pendingCount > 0 && _pending == place)
        {
            _pendingCount += times;
            return;
        }
        Close();
        (_pending, _pendingCount) = (place, times);
    }

    /// <summary>Writes what was counted last.</summary>
    public void Close()
    {
        if (_pendingCount == 0)
        {
            return;
        }
        Write((uint)(_pending - _last) << 1 | (_pendingCount == 1 ? 1u : 0u));
        if (_pendingCount > 1)
        {
            Write((uint)_pendingCount);
        }
        Count++;
        (_last, _pendingCount) = (_pending, 0);
    }

    private void Write(uint value)
    {
        if (_bytes is null || Length + 5 > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(8, Length * 2));
        }
        while (value >= 0x80)
        {
            _bytes[Length++] = (byte)(value | 0x80);
            value >>= 7;
        }
        _bytes[Length++] = (byte)value;
    }
}
