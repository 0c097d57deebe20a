using System.Collections.Concurrent;
using WebQA.Core.Browsing;

namespace WebQA.Policies.Tests.Doubles;

/// <summary>Vectors of word beginnings: texts that share words are close. Counts the texts it was given.</summary>
internal sealed class WordEmbedder : IEmbedder
{
    private static readonly HashSet<string> Ignored = ["the", "a", "and", "of", "to", "is", "are", "do", "does", "why", "how", "what", "they", "it"];

    public string Name => "words";

    public int Dimensions => 256;

    /// <summary>All that it was given; episodes that run beside each other ask it at the same time.</summary>
    public ConcurrentQueue<string> Embedded { get; } = [];

    public Task<IReadOnlyList<float[]>> EmbedAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken = default)
    {
        foreach (var text in texts)
        {
            Embedded.Enqueue(text);
        }
        return Task.FromResult<IReadOnlyList<float[]>>([.. texts.Select(Embed)]);
    }

    private float[] Embed(string text)
    {
        var vector = new float[Dimensions];
        vector[0] = 0.1f;
        foreach (var word in text.ToLowerInvariant().Split([' ', '.', ',', '?', '!', '\n', '|'], StringSplitOptions.RemoveEmptyEntries).Where(w => !Ignored.Contains(w)))
        {
            var hash = 17u;
            foreach (var c in word.AsSpan(0, Math.Min(5, word.Length)))
            {
                hash = (hash * 31) + c;
            }
            vector[1 + (hash % (uint)(Dimensions - 1))] += 1;
        }
        var norm = MathF.Sqrt(vector.Sum(v => v * v));
        return [.. vector.Select(v => v / norm)];
    }
}
