using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace WebQA.TextBrowser.Search;

/// <summary>The head of a file of vectors by passage: then a row a passage, in the order of the index. Little-endian.</summary>
/// <remarks>A row is the key of the passage (16 bytes), the inverse of the vector's length (4), 12 unused, and a signed byte a number.</remarks>
[StructLayout(LayoutKind.Sequential, Pack = 8)]
internal struct VectorLayout
{
    /// <summary>Bytes of a row before its numbers.</summary>
    public const int RowHead = 32;

    private const ulong CurrentMagic = 0x31_43_45_56_57_45_42_51;

    public ulong Magic;
    public ulong Model;
    public int Dimensions;

    /// <summary>Rows, once all are there; 0 before.</summary>
    public int Complete;
    public long Unused;

    public static int Size => Marshal.SizeOf<VectorLayout>();

    public readonly int RowSize => RowHead + Dimensions;

    /// <summary>The head of an unfinished file.</summary>
    public static VectorLayout Of(string model, int dimensions) => new()
    {
        Magic = CurrentMagic, Model = BitConverter.ToUInt64(SHA256.HashData(Encoding.UTF8.GetBytes(model))), Dimensions = dimensions,
    };

    /// <summary>Whether rows of the other file can be taken for this one's.</summary>
    public readonly bool IsLike(VectorLayout other) => (Magic, Model, Dimensions) == (other.Magic, other.Model, other.Dimensions);
}
