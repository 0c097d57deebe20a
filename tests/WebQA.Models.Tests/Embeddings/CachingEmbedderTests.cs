using WebQA.Models.Embeddings;

namespace WebQA.Models.Tests.Embeddings;

public sealed class CachingEmbedderTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("webqa-vectors-");
    private readonly CountingEmbedder _inner = new();

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_text_is_embedded_once_and_vectors_come_in_the_order_of_the_texts()
    {
        var cache = Open();
        await cache.EmbedAsync(["two", "one"], TestContext.Current.CancellationToken);

        var vectors = await cache.EmbedAsync(["a", "two", "a", "three"], TestContext.Current.CancellationToken);

        Assert.Equal([1f, 3f, 1f, 5f], vectors.Select(v => v[0]));
        Assert.Equal(["two", "one", "a", "three"], _inner.Asked);
    }

    [Fact]
    public async Task Vectors_outlive_the_process_bit_for_bit()
    {
        var first = await Open().EmbedAsync(["crow", "magpie"], TestContext.Current.CancellationToken);

        var second = await Open().EmbedAsync(["magpie", "crow"], TestContext.Current.CancellationToken);

        Assert.Equal(first, second.Reverse());
        Assert.Equal(["crow", "magpie"], _inner.Asked);
    }

    [Fact]
    public async Task Another_model_has_its_own_vectors()
    {
        await Open().EmbedAsync(["crow"], TestContext.Current.CancellationToken);
        var other = new CountingEmbedder("other");

        await new CachingEmbedder(other, _folder.FullName).EmbedAsync(["crow"], TestContext.Current.CancellationToken);

        Assert.Equal(["crow"], other.Asked);
    }

    [Fact]
    public async Task A_torn_last_record_is_computed_again_and_the_file_goes_on_behind_the_whole_ones()
    {
        await Open().EmbedAsync(["one", "three"], TestContext.Current.CancellationToken);
        using (var file = File.OpenWrite(FilePath))
        {
            file.SetLength(file.Length - 5);
        }

        await Open().EmbedAsync(["one", "three"], TestContext.Current.CancellationToken);
        await Open().EmbedAsync(["one", "three"], TestContext.Current.CancellationToken);

        Assert.Equal(["one", "three", "three"], _inner.Asked);
    }

    [Fact]
    public async Task A_damaged_record_is_computed_again()
    {
        await Open().EmbedAsync(["one"], TestContext.Current.CancellationToken);
        using (var file = File.OpenWrite(FilePath))
        {
            file.Position = 18;
            file.WriteByte(0x7F);
        }

        var vectors = await Open().EmbedAsync(["one"], TestContext.Current.CancellationToken);

        Assert.Equal([3f, 1f, 2f, 3f], vectors[0]);
        Assert.Equal(["one", "one"], _inner.Asked);
    }

    [Fact]
    public async Task Two_users_of_one_folder_append_without_losing_a_record()
    {
        var texts = Enumerable.Range(0, 200).Select(i => $"text {i}").ToArray();
        await Parallel.ForAsync(0, 4, TestContext.Current.CancellationToken, async (i, token) =>
        {
            var cache = Open();
            foreach (var text in texts.Skip(i * 50).Take(50))
            {
                await cache.EmbedAsync([text], token);
            }
        });

        await Open().EmbedAsync(texts, TestContext.Current.CancellationToken);

        Assert.Equal(200, _inner.Asked.Count);
        Assert.Equal(200 * (16 + 16 + 8), new FileInfo(FilePath).Length);
    }

    [Fact]
    public async Task Memory_holds_only_the_last_used_vectors_and_the_disk_the_rest()
    {
        var cache = new CachingEmbedder(_inner, _folder.FullName, capacity: 2);
        await cache.EmbedAsync(["one", "two", "three"], TestContext.Current.CancellationToken);

        var vectors = await cache.EmbedAsync(["one", "two", "three"], TestContext.Current.CancellationToken);

        Assert.Equal(3, vectors.Count);
        Assert.Equal(3, _inner.Asked.Count);
    }

    [Fact]
    public async Task Without_a_usable_disk_vectors_are_computed()
    {
        var notAFolder = Path.Combine(_folder.FullName, "file");
        await File.WriteAllTextAsync(notAFolder, "in the way", TestContext.Current.CancellationToken);

        var vectors = await new CachingEmbedder(_inner, notAFolder).EmbedAsync(["crow"], TestContext.Current.CancellationToken);

        Assert.Equal(4f, vectors[0][0]);
    }

    private string FilePath => Path.Combine(_folder.FullName, "counting.vectors");

    private CachingEmbedder Open() => new(_inner, _folder.FullName);
}
