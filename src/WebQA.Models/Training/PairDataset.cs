using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json;

namespace WebQA.Models.Training;

/// <summary>Comparisons as numbers, in a folder that the trainer reads: <c>pairs.json</c> says what the numbers are, <c>pairs.bin</c> holds them.</summary>
/// <param name="FeatureVersion">Version of the features' definitions; a model refuses features of another.</param>
/// <param name="Features">Names of the features, in order.</param>
/// <param name="Pairs">The comparisons.</param>
public sealed record PairDataset(string FeatureVersion, IReadOnlyList<string> Features, IReadOnlyList<TrainingPair> Pairs)
{
    private const string Schema = "webqa.pairs/1";
    private const int NumbersBesideFeatures = 5;

    /// <summary>SHA-256 of the numbers: other data, other hash. Lower-case hex.</summary>
    public string Sha256() => Sha256(Bytes());

    /// <summary>Writes the folder; the description comes last, so that a folder with one is whole.</summary>
    public void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        var bytes = Bytes();
        File.WriteAllBytes(Path.Combine(folder, "pairs.bin"), bytes);
        var description = new PairDatasetDescription(Schema, FeatureVersion, Features, Pairs.Count, Sha256(bytes));
        File.WriteAllText(Path.Combine(folder, "pairs.json"), JsonSerializer.Serialize(description, PairDatasetJson.Default.PairDatasetDescription));
    }

    /// <summary>Reads the folder.</summary>
    /// <exception cref="TrainingDataException">It is missing, of another form, or damaged.</exception>
    public static PairDataset Read(string folder)
    {
        var (description, bytes) = ReadFiles(folder);
        var width = (2 * description.Features.Count) + NumbersBesideFeatures;
        if (description.Schema != Schema)
        {
            throw new TrainingDataException(folder, $"its schema is '{description.Schema}', and this version reads '{Schema}'");
        }
        if (bytes.Length != (long)description.Count * width * sizeof(float) || Sha256(bytes) != description.Sha256)
        {
            throw new TrainingDataException(folder, "pairs.bin is not the file that pairs.json describes");
        }
        var numbers = new float[bytes.Length / sizeof(float)];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = BinaryPrimitives.ReadSingleLittleEndian(bytes.AsSpan(i * sizeof(float)));
        }
        return new PairDataset(description.FeatureVersion, description.Features, [.. numbers.Chunk(width).Select(row => PairOf(row, description.Features.Count))]);
    }

    private static string Sha256(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private byte[] Bytes()
    {
        var width = (2 * Features.Count) + NumbersBesideFeatures;
        var bytes = new byte[Pairs.Count * width * sizeof(float)];
        var at = 0;
        foreach (var pair in Pairs)
        {
            if (pair.A.Count != Features.Count || pair.B.Count != Features.Count)
            {
                throw new InvalidOperationException($"Each answer needs {Features.Count} features.");
            }
            foreach (var value in pair.A.Concat(pair.B).Concat([pair.Target, pair.Weight, pair.Position, pair.Longer, (float)pair.Split]))
            {
                BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(at), value);
                at += sizeof(float);
            }
        }
        return bytes;
    }

    private static TrainingPair PairOf(float[] row, int features)
    {
        var rest = row.AsSpan(2 * features);
        return new TrainingPair(row[..features], row[features..(2 * features)], rest[0], (TrainingSplit)rest[4]) { Weight = rest[1], Position = rest[2], Longer = rest[3] };
    }

    private static (PairDatasetDescription Description, byte[] Bytes) ReadFiles(string folder)
    {
        try
        {
            var description = JsonSerializer.Deserialize(File.ReadAllBytes(Path.Combine(folder, "pairs.json")), PairDatasetJson.Default.PairDatasetDescription);
            return (description ?? throw new TrainingDataException(folder, "its pairs.json is empty"), File.ReadAllBytes(Path.Combine(folder, "pairs.bin")));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new TrainingDataException(folder, e.Message.TrimEnd('.'), e);
        }
    }
}

/// <summary>A folder of training data cannot be used; the message says which, what is wrong, and the remedy.</summary>
public sealed class TrainingDataException(string folder, string fault, Exception? innerException = null)
    : Exception($"The training data in '{folder}' cannot be used: {fault}. Make the folder again with the command that wrote it.", innerException);
