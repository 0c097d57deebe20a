using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace WebQA.TextBrowser.Search;

/// <summary>Vectors of passages on disk, a signed byte a number, by the hash of the passage's text. Written whole, read whole.</summary>
/// <remarks>Layout, little-endian: <c>WQPV0001</c>; length and UTF-8 of the model's name; dimensions; count; then key (16 bytes) and numbers, in order of the keys.</remarks>
public static class PassageVectorFile
{
    private static ReadOnlySpan<byte> Magic => "WQPV0001"u8;

    /// <summary>The vectors of a file; none where it is missing, damaged, or of another model.</summary>
    public static IReadOnlyDictionary<UInt128, sbyte[]> Read(string path, string model, int dimensions)
    {
        var vectors = new Dictionary<UInt128, sbyte[]>();
        if (!File.Exists(path))
        {
            return vectors;
        }
        var bytes = File.ReadAllBytes(path).AsSpan();
        var header = Header(model, dimensions);
        if (bytes.Length < header.Length + sizeof(int) || !bytes[..header.Length].SequenceEqual(header))
        {
            return vectors;
        }
        var count = BinaryPrimitives.ReadInt32LittleEndian(bytes[header.Length..]);
        var records = bytes[(header.Length + sizeof(int))..];
        var size = 16 + dimensions;
        if (records.Length != (long)count * size)
        {
            return vectors;
        }
        for (var at = 0; at < records.Length; at += size)
        {
            vectors[BinaryPrimitives.ReadUInt128LittleEndian(records[at..])] = MemoryMarshal.Cast<byte, sbyte>(records.Slice(at + 16, dimensions)).ToArray();
        }
        return vectors;
    }

    /// <summary>Writes vectors to a temporary file and renames it.</summary>
    public static void Write(string path, string model, int dimensions, IReadOnlyDictionary<UInt128, sbyte[]> vectors)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            using (var file = File.Create(temporary))
            {
                file.Write(Header(model, dimensions));
                Span<byte> number = stackalloc byte[16];
                BinaryPrimitives.WriteInt32LittleEndian(number, vectors.Count);
                file.Write(number[..sizeof(int)]);
                foreach (var (key, vector) in vectors.OrderBy(v => v.Key))
                {
                    BinaryPrimitives.WriteUInt128LittleEndian(number, key);
                    file.Write(number);
                    file.Write(MemoryMarshal.AsBytes(vector.AsSpan()));
                }
                file.Flush(flushToDisk: true);
            }
            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private static byte[] Header(string model, int dimensions)
    {
        var name = Encoding.UTF8.GetBytes(model);
        var header = new byte[Magic.Length + sizeof(int) + name.Length + sizeof(int)];
        Magic.CopyTo(header);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(Magic.Length), name.Length);
        name.CopyTo(header, Magic.Length + sizeof(int));
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(^sizeof(int)..), dimensions);
        return header;
    }
}
