namespace WebQA.Core.Browsing;

/// <summary>Turns text into unit vectors. Thread-safe.</summary>
public interface IEmbedder
{
    /// <summary>The model's name and version, part of every cache key.</summary>
    string Name { get; }

    /// <summary>Length of a vector.</summary>
    int Dimensions { get; }

    /// <summary>A unit vector a text, in order. Vectors may be shared with a cache: do not change them.</summary>
    Task<IReadOnlyList<float[]>> EmbedAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken = default);
}
