using static TorchSharp.torch;

namespace WebQA.Trainer.Fitting;

/// <summary>Named tensors of 32-bit floats in a file.</summary>
internal static class WeightFile
{
    /// <summary>Writes them by name.</summary>
    public static void Write(string path, IReadOnlyDictionary<string, Tensor> weights)
    {
        using var writer = new BinaryWriter(File.Create(path));
        foreach (var (name, weight) in weights.OrderBy(static w => w.Key, StringComparer.Ordinal))
        {
            using var values = weight.detach().contiguous();
            var numbers = values.data<float>().ToArray();
            writer.Write(name);
            writer.Write(numbers.Length);
            foreach (var number in numbers)
            {
                writer.Write(number);
            }
        }
    }

    /// <summary>Reads them into tensors of the same names and sizes.</summary>
    /// <exception cref="InvalidDataException">The file holds other tensors.</exception>
    public static void Read(string path, IReadOnlyDictionary<string, Tensor> weights)
    {
        using var off = no_grad();
        using var reader = new BinaryReader(File.OpenRead(path));
        foreach (var (name, weight) in weights.OrderBy(static w => w.Key, StringComparer.Ordinal))
        {
            if (reader.ReadString() != name || reader.ReadInt32() != weight.numel())
            {
                throw new InvalidDataException($"'{path}' holds the weights of another network. Delete the folder to fit anew.");
            }
            var numbers = new float[weight.numel()];
            for (var i = 0; i < numbers.Length; i++)
            {
                numbers[i] = reader.ReadSingle();
            }
            using var values = tensor(numbers, weight.shape);
            weight.copy_(values);
        }
    }
}
