namespace WebQA.Models.Embeddings;

/// <summary>Where the embedder's model lies and what it may use.</summary>
public sealed record EmbedderOptions
{
    /// <summary>The model folder. The default is the one shipped beside the application.</summary>
    public string Folder { get; init; } = Path.Combine(AppContext.BaseDirectory, "data", "models", "all-minilm-l6-v2");

    /// <summary>Threads of one run, 1 to 16. The default is the machine's processors, at most 4: more bring little for a model this small.</summary>
    public int Threads { get; init; } = Math.Clamp(Environment.ProcessorCount, 1, 4);

    /// <summary>Texts of one run, 1 to 64. The default is 8: larger batches were measured to be slower on a CPU.</summary>
    public int BatchSize { get; init; } = 8;

    /// <summary>Whether CUDA is used where it can be.</summary>
    public bool PreferGpu { get; init; } = true;
}
