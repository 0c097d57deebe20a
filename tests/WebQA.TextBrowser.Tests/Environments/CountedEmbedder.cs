using WebQA.Core.Browsing;

namespace WebQA.TextBrowser.Tests.Environments;

/// <summary>Counts the texts that are embedded.</summary>
internal sealed class CountedEmbedder(IEmbedder inner) : IEmbedder
{
    private int _texts;

    public int Texts => _texts;

    public string Name => inner.Name;

    public int Dimensions => inner.Dimensions;

    public Task<IReadOnlyList<float[]>> EmbedAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken = default)
    {
        Interlocked.Add(ref _texts, texts.Count);
        return inner.EmbedAsync(texts, cancellationToken);
    }
}
