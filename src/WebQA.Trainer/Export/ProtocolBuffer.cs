using System.Buffers.Binary;
using System.Text;

namespace WebQA.Trainer.Export;

/// <summary>Writes protocol buffer messages: as much of the wire format as an ONNX model needs.</summary>
internal sealed class ProtocolBuffer
{
    private readonly List<byte> _bytes = [];

    /// <summary>The message.</summary>
    public byte[] ToArray() => [.. _bytes];

    /// <summary>A whole number.</summary>
    public ProtocolBuffer Add(int field, long value)
    {
        Number((ulong)field << 3);
        Number((ulong)value);
        return this;
    }

    /// <summary>A float.</summary>
    public ProtocolBuffer Add(int field, float value)
    {
        Number(((ulong)field << 3) | 5);
        Span<byte> bytes = stackalloc byte[sizeof(float)];
        BinaryPrimitives.WriteSingleLittleEndian(bytes, value);
        _bytes.AddRange(bytes);
        return this;
    }

    /// <summary>Bytes.</summary>
    public ProtocolBuffer Add(int field, ReadOnlySpan<byte> value)
    {
        Number(((ulong)field << 3) | 2);
        Number((ulong)value.Length);
        _bytes.AddRange(value);
        return this;
    }

    /// <summary>Text.</summary>
    public ProtocolBuffer Add(int field, string value) => Add(field, Encoding.UTF8.GetBytes(value));

    /// <summary>A message within this one.</summary>
    public ProtocolBuffer Add(int field, ProtocolBuffer message) => Add(field, message.ToArray());

    private void Number(ulong value)
    {
        while (value >= 0x80)
        {
            _bytes.Add((byte)(value | 0x80));
            value >>= 7;
        }
        _bytes.Add((byte)value);
    }
}
