using System.Collections.Concurrent;
using WebQA.Core.Browsing;

namespace WebQA.Models.Tests.Embeddings;

/// <summary>Gives each text a vector made of its length, and remembers what it was asked.</summary>
internal sealed class CountingEmbedder(string name = "counting") : IEmbedder
{
    public ConcurrentQueue<string> Asked { get; } = new();

    public string Name => name;

    public int Dimensions => 4;

    public Task<IReadOnlyList<float[]>> EmbedAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken = default)
    {
        foreach (var text in texts)
        {
            Asked.Enqueue(text);
        }
        return Task.FromResult<IReadOnlyList<float[]>>([.. texts.Select(t => new[] { t.Length, 1f, 2f, 3f })]);
    }
}
