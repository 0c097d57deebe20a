using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace WebQA.Trainer.Fitting;

/// <summary>A seed for each use of chance, so that one use more or less does not move the others.</summary>
internal static class Seeds
{
    /// <summary>The same seed and use give the same number, on every machine.</summary>
    public static int Of(int seed, string use) =>
        BinaryPrimitives.ReadInt32LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}/{use}"))) & int.MaxValue;
}
