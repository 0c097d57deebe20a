using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace WebQA.Runs.Batches;

/// <summary>Names and seeds of a batch's episodes: functions of run seed, question id and sample alone, so that the same run gives the same files.</summary>
public static class SampleIds
{
    /// <summary>The id that the answer shows: 16 hex digits.</summary>
    public static string EpisodeId(long runSeed, string questionId, int sample) => Convert.ToHexStringLower(Hash("episode", runSeed, questionId, sample).AsSpan(0, 8));

    /// <summary>The seed of a sample, not negative.</summary>
    public static long Seed(long runSeed, string questionId, int sample) =>
        BinaryPrimitives.ReadInt64BigEndian(Hash("seed", runSeed, questionId, sample)) & long.MaxValue;

    /// <summary>The id in the store, where several runs may hold the same episode.</summary>
    public static string StoredId(string runId, string episodeId) => $"{runId}.{episodeId}";

    private static byte[] Hash(string purpose, long runSeed, string questionId, int sample) =>
        SHA256.HashData(Encoding.UTF8.GetBytes($"{purpose}\n{runSeed}\n{sample}\n{questionId}"));
}
