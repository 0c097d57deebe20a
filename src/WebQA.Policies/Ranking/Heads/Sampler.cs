using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace WebQA.Policies.Ranking.Heads;

/// <summary>The randomness of one episode: Gumbel noise by key, the same for the same seed whenever and wherever it is asked for.</summary>
/// <remarks>
/// The highest score after Gumbel noise of scale s is a sample of the softmax of score / s, so a head samples by adding noise to its
/// candidates and taking the best, and a resumed episode draws the same noise again.
/// </remarks>
/// <param name="seed">Seed of the episode.</param>
/// <param name="temperature">0 is greedy: no noise.</param>
internal sealed class Sampler(long seed, double temperature)
{
    public double Temperature => temperature;

    /// <summary>Noise for a candidate; 0 at temperature 0.</summary>
    public double Noise(string head, string key, double scale) =>
        temperature <= 0 || scale <= 0 ? 0 : -Math.Log(-Math.Log(Uniform(head, key))) * scale * temperature;

    /// <summary>A number from 0 inclusive to <paramref name="count"/> exclusive.</summary>
    public int Pick(string head, int count) => Math.Min(count - 1, (int)(Uniform(head, "pick") * count));

    /// <summary>
    /// Natural-log probability of one candidate among all of a head, at the head's scale and the episode's temperature; of a greedy
    /// episode at temperature 1, as the policy would have sampled it.
    /// </summary>
    public double LogProbability(double chosen, IEnumerable<double> scores, double scale)
    {
        var width = scale * (temperature > 0 ? temperature : 1);
        var logits = scores.Select(s => s / width).ToList();
        var max = logits.Max();
        return (chosen / width) - max - Math.Log(logits.Sum(l => Math.Exp(l - max)));
    }

    /// <summary>Strictly between 0 and 1.</summary>
    private double Uniform(string head, string key)
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}\n{head}\n{key}"), hash);
        return ((BinaryPrimitives.ReadUInt64LittleEndian(hash) >> 12) + 0.5) / (1UL << 52);
    }
}
