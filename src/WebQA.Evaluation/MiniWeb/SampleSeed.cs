using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace WebQA.Evaluation.MiniWeb;

/// <summary>The seed of one sample: a hash of the run's seed, the question and the sample's number.</summary>
public static class SampleSeed
{
    /// <summary>The seed; 0 or more.</summary>
    public static long Of(long runSeed, string questionId, int sample)
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{runSeed}\n{questionId}\n{sample}"), hash);
        return BinaryPrimitives.ReadInt64LittleEndian(hash) & long.MaxValue;
    }
}
