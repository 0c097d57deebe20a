using System.Text.Json;

namespace WebQA.Storage.Backups;

/// <summary>What a backup holds, file by file; its last entry, <c>manifest.json</c>.</summary>
/// <param name="Schema">Name and version of this form.</param>
/// <param name="MadeAt">When the database was copied.</param>
/// <param name="DatabaseVersion">The last change of the database's tables.</param>
/// <param name="HoldsKeys">Whether the keys are in.</param>
/// <param name="Files">The files, the manifest aside.</param>
public sealed record BackupManifest(string Schema, DateTimeOffset MadeAt, string DatabaseVersion, bool HoldsKeys, IReadOnlyList<BackedUpFile> Files)
{
    /// <summary>The one version written.</summary>
    public const string CurrentSchema = "webqa.backup/1";

    /// <summary>Its name in a backup.</summary>
    internal const string FileName = "manifest.json";

    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true, NewLine = "\n", PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true,
    };

    /// <summary>Bytes of all files.</summary>
    internal long Bytes => Files.Sum(static file => file.Bytes);

    internal byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, Options);

    /// <exception cref="StorageException">It is no manifest, or one of another version.</exception>
    internal static BackupManifest FromJson(string source, ReadOnlySpan<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json.ToArray());
            var schema = document.RootElement.GetProperty("schema").GetString();
            return schema == CurrentSchema
                ? document.RootElement.Deserialize<BackupManifest>(Options)!
                : throw new StorageException($"The backup {source} has the form '{schema}'; this WebQA reads '{CurrentSchema}'. Restore it with the version that made it.");
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new StorageException($"The backup {source} has no manifest that can be read: {fault.Message} Nothing was restored; take another backup.", fault);
        }
    }
}

/// <summary>A file of a backup.</summary>
/// <param name="Path">Where it lies in the data folder, with '/' between folders.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Sha256">Of its content, in hex.</param>
public sealed record BackedUpFile(string Path, long Bytes, string Sha256);
