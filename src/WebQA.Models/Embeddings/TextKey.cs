using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace WebQA.Models.Embeddings;

/// <summary>The first half of the SHA-256 of a model's name and a text: what a vector is kept under.</summary>
internal static class TextKey
{
    public const int Bytes = 16;

    public static UInt128 Of(string model, string text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{model}\0{text}"), hash);
        return BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }
}
