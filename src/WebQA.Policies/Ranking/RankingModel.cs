using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using WebQA.Policies.Ranking.Features;

namespace WebQA.Policies.Ranking;

/// <summary>The weights as read from their file, with the hash that names them. Immutable and shared by all episodes.</summary>
internal sealed class RankingModel
{
    private const string Resource = "ranking-v1.json";

    private readonly double[] _sentence;

    private RankingModel(RankingWeights weights, byte[] file)
    {
        Weights = weights;
        FileSha256 = Convert.ToHexStringLower(SHA256.HashData(file));
        _sentence = [.. Enum.GetValues<SentenceFeature>().Select(f => weights.Sentence[f])];
    }

    /// <summary>The weights that ship with the policy.</summary>
    public static RankingModel Shipped { get; } = LoadShipped();

    public RankingWeights Weights { get; }

    public string FileSha256 { get; }

    /// <summary>The policy's hash: weights and embedder together decide what it does.</summary>
    public string HashWith(string embedder) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{FileSha256}\n{embedder}")));

    /// <summary>Score of a sentence: the weighted sum of its features.</summary>
    public double Score(ReadOnlySpan<double> features)
    {
        var score = 0.0;
        for (var i = 0; i < _sentence.Length; i++)
        {
            score += _sentence[i] * features[i];
        }
        return score;
    }

    /// <summary>Reads a weights file.</summary>
    /// <exception cref="InvalidDataException">It is not one; the message says what is wrong.</exception>
    public static RankingModel Read(byte[] file, string name)
    {
        RankingWeights? weights;
        try
        {
            weights = JsonSerializer.Deserialize(file, WeightsJson.Default.RankingWeights);
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"The policy weights '{name}' cannot be read: {e.Message} Restore the file that ships with this version.", e);
        }
        if (weights is null)
        {
            throw new InvalidDataException($"The policy weights '{name}' are empty. Restore the file that ships with this version.");
        }
        var missing = Enum.GetValues<SentenceFeature>().Where(f => !weights.Sentence.ContainsKey(f)).ToList();
        return missing.Count == 0
            ? new RankingModel(weights, file)
            : throw new InvalidDataException($"The policy weights '{name}' lack a weight for {string.Join(", ", missing)}. Restore the file that ships with this version.");
    }

    private static RankingModel LoadShipped()
    {
        using var stream = typeof(RankingModel).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidDataException($"The assembly lacks its policy weights '{Resource}'. Build it again.");
        var file = new byte[stream.Length];
        stream.ReadExactly(file);
        return Read(file, Resource);
    }
}
