using WebQA.TextBrowser.Search;

namespace WebQA.TextBrowser.Tests.Search;

public sealed class PassageVectorFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("webqa-passages-");

    private string File => Path.Combine(_folder.FullName, "passages.vectors");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void What_is_written_is_read()
    {
        Write();

        var vectors = PassageVectorFile.Read(File, "model", 3);

        Assert.Equal([1, -2, 3], vectors[7]);
        Assert.Equal([-127, 0, 127], vectors[UInt128.MaxValue]);
        Assert.Equal(2, vectors.Count);
    }

    [Theory]
    [InlineData("another", 3)]
    [InlineData("model", 4)]
    public void Vectors_of_another_model_are_left_aside(string model, int dimensions)
    {
        Write();

        Assert.Empty(PassageVectorFile.Read(File, model, dimensions));
    }

    [Fact]
    public void A_file_that_was_cut_is_left_aside()
    {
        Write();
        using (var stream = System.IO.File.OpenWrite(File))
        {
            stream.SetLength(stream.Length - 1);
        }

        Assert.Empty(PassageVectorFile.Read(File, "model", 3));
    }

    [Fact]
    public void A_file_that_is_missing_holds_none() => Assert.Empty(PassageVectorFile.Read(File, "model", 3));

    private void Write() => PassageVectorFile.Write(
        File, "model", 3, new Dictionary<UInt128, sbyte[]> { [UInt128.MaxValue] = [-127, 0, 127], [7] = [1, -2, 3] });
}
