using System.Security.Cryptography;
using System.Text.Json;

namespace WebQA.Models.ModelFolders;

/// <summary>A model folder whose manifest was read and whose files are what it says.</summary>
public sealed class ModelFolder
{
    private ModelFolder(string path, ModelManifest manifest)
    {
        Path = path;
        Manifest = manifest;
    }

    /// <summary>Where it lies.</summary>
    public string Path { get; }

    /// <summary>Its <c>model.json</c>.</summary>
    public ModelManifest Manifest { get; }

    /// <summary>The full path of one of its files.</summary>
    public string PathOf(string file) => System.IO.Path.Combine(Path, file);

    /// <summary>Reads a folder's manifest and checks kind, sizes and hashes.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="kind">The kind that is needed.</param>
    /// <exception cref="ModelFolderException">It is missing, of another kind, or damaged.</exception>
    public static ModelFolder Open(string path, string kind)
    {
        var manifest = ReadManifest(path);
        if (manifest.Schema != ModelManifest.CurrentSchema)
        {
            throw new ModelFolderException(path, $"its model.json has the schema '{manifest.Schema}', and this version reads '{ModelManifest.CurrentSchema}'");
        }
        if (manifest.Kind != kind)
        {
            throw new ModelFolderException(path, $"its model.json says kind '{manifest.Kind}', where '{kind}' is needed");
        }
        foreach (var file in manifest.Files)
        {
            Check(path, file);
        }
        return new ModelFolder(path, manifest);
    }

    /// <summary>Reads a folder's manifest without checking its files: name and sizes, at no cost.</summary>
    /// <exception cref="ModelFolderException">The folder or its manifest is missing or cannot be read.</exception>
    public static ModelManifest ReadManifest(string path)
    {
        var json = System.IO.Path.Combine(path, "model.json");
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(json), ModelManifestJson.Default.ModelManifest)
                ?? throw new ModelFolderException(path, "its model.json is empty");
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new ModelFolderException(path, "it has no model.json", e);
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new ModelFolderException(path, $"its model.json cannot be read ({e.Message.Split('\n')[0]})", e);
        }
    }

    private static void Check(string folder, ModelFile file)
    {
        try
        {
            using var stream = File.OpenRead(System.IO.Path.Combine(folder, file.Path));
            if (stream.Length != file.Bytes)
            {
                throw new ModelFolderException(folder, $"{file.Path} has {stream.Length} bytes instead of {file.Bytes}");
            }
            if (Convert.ToHexStringLower(SHA256.HashData(stream)) != file.Sha256)
            {
                throw new ModelFolderException(folder, $"{file.Path} is not the file that model.json names (its SHA-256 differs)");
            }
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new ModelFolderException(folder, $"{file.Path} is missing", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ModelFolderException(folder, $"{file.Path} cannot be read ({e.Message})", e);
        }
    }
}

/// <summary>A model folder is missing or damaged; the message says which, what is wrong with it, and the remedy.</summary>
/// <param name="path">The folder.</param>
/// <param name="fault">What is wrong.</param>
/// <param name="innerException">What was noticed first.</param>
/// <param name="remedy">What to do; null for restoring what was shipped.</param>
public sealed class ModelFolderException(string path, string fault, Exception? innerException = null, string? remedy = null)
    : Exception(
        $"The model in '{path}' cannot be used: {fault}. {remedy ?? "Restore the folder as it was shipped (in a checkout: 'git checkout -- data/models'), or name another one."}",
        innerException);
