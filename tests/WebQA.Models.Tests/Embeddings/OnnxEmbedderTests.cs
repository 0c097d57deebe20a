using System.Numerics.Tensors;
using WebQA.Models.Embeddings;

namespace WebQA.Models.Tests.Embeddings;

public sealed class OnnxEmbedderTests : IDisposable
{
    private readonly OnnxEmbedder _embedder = new();

    public void Dispose() => _embedder.Dispose();

    [Fact]
    public async Task The_vectors_equal_those_of_the_original_library()
    {
        // The library reads "[SEP]" in a text as its own mark. Here the text of a page is words, whatever it holds.
        var texts = ReferenceText.All().Where(t => !t.Text.Contains("[SEP]", StringComparison.Ordinal)).ToList();
        Assert.Equal(49, texts.Count);

        var vectors = await _embedder.EmbedAsync([.. texts.Select(t => t.Text)], TestContext.Current.CancellationToken);

        var toInt8 = texts.Zip(vectors, (t, v) => TensorPrimitives.CosineSimilarity<float>(t.Int8, v)).Min();
        var toFp32 = texts.Zip(vectors, (t, v) => TensorPrimitives.CosineSimilarity<float>(t.Fp32, v)).Min();
        TestContext.Current.TestOutputHelper?.WriteLine($"lowest cosine: {toInt8:F6} to this model's reference, {toFp32:F6} to the float32 model's");
        Assert.InRange(toInt8, .99999f, 1.00001f);
        Assert.InRange(toFp32, .999f, 1.00001f);
        Assert.All(vectors, v => Assert.Equal(1, TensorPrimitives.Norm<float>(v), 1e-5f));
    }

    [Fact]
    public async Task A_text_has_the_same_vector_alone_and_in_any_batch()
    {
        string[] texts = ["crow", "Crows remember faces for years.", string.Join(' ', Enumerable.Repeat("a long text", 200))];

        var together = await _embedder.EmbedAsync(texts, TestContext.Current.CancellationToken);
        var reversed = await _embedder.EmbedAsync([.. texts.Reverse()], TestContext.Current.CancellationToken);
        var alone = await _embedder.EmbedAsync([texts[1]], TestContext.Current.CancellationToken);

        Assert.Equal(together, reversed.Reverse());
        Assert.Equal(together[1], alone[0]);
    }

    [Fact]
    public async Task Callers_at_the_same_time_get_their_own_vectors()
    {
        var texts = Enumerable.Range(0, 12).Select(i => $"text number {i}").ToArray();
        var expected = await _embedder.EmbedAsync(texts, TestContext.Current.CancellationToken);

        var vectors = await Task.WhenAll(texts.Select(t => _embedder.EmbedAsync([t], TestContext.Current.CancellationToken)));

        Assert.Equal(expected, vectors.Select(v => v[0]));
    }

    [Fact]
    public async Task A_cancelled_call_stops_and_the_next_one_works()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _embedder.EmbedAsync(["crow"], cancelled.Token));

        Assert.Single(await _embedder.EmbedAsync(["crow"], TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_provider_is_known_once_the_model_is_loaded()
    {
        Assert.Null(_embedder.Provider);

        await _embedder.EmbedAsync(["crow"], TestContext.Current.CancellationToken);

        Assert.Contains(_embedder.Provider!.Name, new[] { "CPU", "CUDA" });
        Assert.NotEmpty(_embedder.Provider.Reason);
    }

    [Fact]
    public void The_name_carries_the_hash_of_the_weights()
    {
        Assert.Equal("all-minilm-l6-v2-1@07d8f3dacef1", _embedder.Name);
        Assert.Equal(384, _embedder.Dimensions);
    }
}
