using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace WebQA.Models.ModelFolders;

/// <summary>Makes a model folder: it appears whole, by a renaming, or not at all.</summary>
public static class ModelFolderWriter
{
    /// <summary>The weights' file.</summary>
    public const string Weights = "model.onnx";

    /// <summary>Writes a folder; one that is there already is replaced if it is a model's.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="manifest">What it says; sizes and hashes of the files are put in here.</param>
    /// <param name="weights">The ONNX file's bytes.</param>
    /// <param name="card">The model card, Markdown.</param>
    /// <exception cref="IOException">Something else is there, or it cannot be written.</exception>
    public static ModelManifest Write(string path, ModelManifest manifest, byte[] weights, string card)
    {
        RefuseOtherFolder(path);
        var full = manifest with { Files = [new ModelFile(Weights, weights.Length, Convert.ToHexStringLower(SHA256.HashData(weights)))] };
        var partial = $"{Path.TrimEndingDirectorySeparator(path)}.partial";
        DeleteIfThere(partial);
        Directory.CreateDirectory(partial);
        File.WriteAllBytes(Path.Combine(partial, Weights), weights);
        File.WriteAllText(Path.Combine(partial, "README.md"), card, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        File.WriteAllText(Path.Combine(partial, "model.json"), JsonSerializer.Serialize(full, ModelManifestJson.Default.ModelManifest) + "\n");
        DeleteIfThere(path);
        Directory.Move(partial, path);
        return full;
    }

    /// <summary>Throws where writing to a folder would destroy what is not a model; cheap, so that it is asked before the training.</summary>
    public static void RefuseOtherFolder(string path)
    {
        if (File.Exists(path) || (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any() && !File.Exists(Path.Combine(path, "model.json"))))
        {
            throw new IOException($"'{path}' is there and is no model folder, so it is left as it is. Name another folder.");
        }
    }

    private static void DeleteIfThere(string path)
    {
        if (Directory.Exists(path))
        {
            Directory.Delete(path, recursive: true);
        }
    }
}
