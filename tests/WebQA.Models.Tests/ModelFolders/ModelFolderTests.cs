using WebQA.Models.Embeddings;
using WebQA.Models.ModelFolders;

namespace WebQA.Models.Tests.ModelFolders;

public sealed class ModelFolderTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("webqa-model-");

    public ModelFolderTests()
    {
        foreach (var file in new[] { "model.json", "tokenizer.json", "model.onnx" })
        {
            File.Copy(Path.Combine(new EmbedderOptions().Folder, file), In(file));
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void The_shipped_model_is_whole() =>
        Assert.Equal("Apache-2.0", ModelFolder.Open(_folder.FullName, "embedder").Manifest.License);

    [Fact]
    public async Task A_missing_folder_is_named_with_the_remedy()
    {
        var missing = In("nowhere");
        using var embedder = new OnnxEmbedder(new EmbedderOptions { Folder = missing });

        var e = await Assert.ThrowsAsync<ModelFolderException>(() => embedder.EmbedAsync(["crow"], TestContext.Current.CancellationToken));

        Assert.Equal(
            $"The model in '{missing}' cannot be used: it has no model.json. Restore the folder as it was shipped "
            + "(in a checkout: 'git checkout -- data/models'), or name another one.",
            e.Message);
    }

    [Fact]
    public void A_file_of_another_size_is_named()
    {
        File.AppendAllText(In("tokenizer.json"), " ");

        Assert.Contains("tokenizer.json has 466248 bytes instead of 466247", Refused(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_changed_file_of_the_same_size_is_named()
    {
        using (var stream = File.OpenWrite(In("model.onnx")))
        {
            stream.Position = 20_000_000;
            stream.Write([1, 2, 3, 4, 5, 6, 7, 8]);
        }

        Assert.Contains("model.onnx is not the file that model.json names (its SHA-256 differs)", Refused(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        File.Delete(In("model.onnx"));

        Assert.Contains("model.onnx is missing", Refused(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_key_is_refused()
    {
        File.WriteAllText(In("model.json"), File.ReadAllText(In("model.json")).Replace("\"kind\"", "\"colour\": 1, \"kind\"", StringComparison.Ordinal));

        Assert.Contains("The JSON property 'colour' could not be mapped", Refused(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_of_another_kind_is_refused() => Assert.Contains(
        "its model.json says kind 'embedder', where 'reward' is needed",
        Assert.Throws<ModelFolderException>(() => ModelFolder.Open(_folder.FullName, "reward")).Message,
        StringComparison.Ordinal);

    private string Refused() => Assert.Throws<ModelFolderException>(() => ModelFolder.Open(_folder.FullName, "embedder")).Message;

    private string In(string file) => Path.Combine(_folder.FullName, file);
}
