namespace WebQA.TextBrowser.Warc;

/// <summary>A record of a web archive, or the place where one is damaged. Its block can be read until the next record is asked for.</summary>
public sealed class WarcRecord
{
    private readonly ByteReader? _reader;
    private readonly long _end;

    internal WarcRecord(string place, WarcHead head, ByteReader reader)
    {
        (Place, Head, _reader) = (place, head, reader);
        _end = reader.Position + head.Length;
    }

    internal WarcRecord(string place, string fault)
    {
        (Place, Fault) = (place, fault);
    }

    /// <summary>Where it begins in the file, in bytes; behind a <c>+</c> its number within a compressed member that holds several.</summary>
    public string Place { get; }

    /// <summary>Its head; null where it is damaged.</summary>
    public WarcHead? Head { get; }

    /// <summary>What is wrong with it; null where nothing is.</summary>
    public string? Fault { get; }

    /// <summary>The block; null where it has more than <paramref name="most"/> bytes.</summary>
    /// <exception cref="InvalidDataException">It is cut off, or cannot be decompressed.</exception>
    /// <exception cref="InvalidOperationException">The record is damaged, or its block was read already.</exception>
    public byte[]? ReadBlock(int most)
    {
        if (_reader is null || Head is null || _reader.Position != _end - Head.Length)
        {
            throw new InvalidOperationException("The block of a record can be read once, before the next record is asked for.");
        }
        if (Head.Length > most)
        {
            return null;
        }
        var block = new byte[Head.Length];
        return _reader.Read(block) == block.Length ? block : throw new InvalidDataException("it is cut off");
    }

    /// <summary>Goes to the record's end.</summary>
    /// <exception cref="InvalidDataException">It cannot be decompressed.</exception>
    internal void Leave() => _reader?.Skip(_end - _reader.Position);
}
