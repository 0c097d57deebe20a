using System.Text.Json;
using WebQA.Models.Training;

namespace WebQA.Trainer.Tests.Fitting;

public sealed class PairDatasetTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("webqa-pairs-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_written_folder_is_read_back_the_same()
    {
        var data = SyntheticWorld.Create(30, seed: 1);

        data.Write(_folder.FullName);

        Assert.Equal(JsonSerializer.Serialize(data), JsonSerializer.Serialize(PairDataset.Read(_folder.FullName)));
    }

    [Fact]
    public void A_damaged_folder_is_refused()
    {
        SyntheticWorld.Create(30, seed: 1).Write(_folder.FullName);
        var file = Path.Combine(_folder.FullName, "pairs.bin");
        var bytes = File.ReadAllBytes(file);
        bytes[100] ^= 1;
        File.WriteAllBytes(file, bytes);

        Assert.Equal(
            $"The training data in '{_folder.FullName}' cannot be used: pairs.bin is not the file that pairs.json describes. Make the folder again with the command that wrote it.",
            Assert.Throws<TrainingDataException>(() => PairDataset.Read(_folder.FullName)).Message);
    }

    [Fact]
    public void A_folder_without_data_is_refused() =>
        Assert.Contains("pairs.json", Assert.Throws<TrainingDataException>(() => PairDataset.Read(_folder.FullName)).Message, StringComparison.Ordinal);
}
