using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace WebQA.Storage.Feedback;

/// <summary>Numbers from 0 to 1 that look random and depend on nothing but a seed and what they are for, so that the same project is dealt the same way again.</summary>
internal static class Draw
{
    /// <summary>A number from 0 up to, not including, 1.</summary>
    public static double Of(long seed, string purpose, string subject)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}\n{purpose}\n{subject}"));
        return (BinaryPrimitives.ReadUInt64LittleEndian(hash) >> 11) * Math.ScaleB(1, -53);
    }
}
