using System.Security.Cryptography;

namespace WebQA.Storage.Backups;

/// <summary>Reads a whole backup and compares each file with the manifest.</summary>
internal static class BackupCheck
{
    /// <summary>Checks, and hands on each file on the way.</summary>
    /// <param name="path">The backup.</param>
    /// <param name="take">Gets a file's name and content; returns where the content is to be read for its hash.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="StorageException">A file is missing, changed, or not in the manifest.</exception>
    public static async Task<BackupManifest> RunAsync(string path, Func<string, Stream, CancellationToken, Task<Stream>> take, CancellationToken cancellationToken)
    {
        BackupManifest? manifest = null;
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        await foreach (var (name, content) in BackupSource.ReadAsync(path, cancellationToken))
        {
            if (name == BackupManifest.FileName)
            {
                using var json = new MemoryStream();
                await content.CopyToAsync(json, cancellationToken);
                manifest = BackupManifest.FromJson(path, json.ToArray());
                continue;
            }
            await using var read = await take(name, content, cancellationToken);
            found[name] = await HashAsync(path, read, cancellationToken);
        }
        if (manifest is null)
        {
            throw new StorageException($"{path} holds no {BackupManifest.FileName}, so it is no backup, or only the beginning of one. Nothing was restored.");
        }
        var wrong = manifest.Files.FirstOrDefault(file => found.GetValueOrDefault(file.Path) != file.Sha256)?.Path ?? found.Keys.Except(manifest.Files.Select(static file => file.Path)).FirstOrDefault();
        return wrong is null
            ? manifest
            : throw new StorageException($"The backup {path} is damaged: '{wrong}' is not what its manifest says. Nothing was restored; take another one.");
    }

    private static async Task<string> HashAsync(string path, Stream content, CancellationToken cancellationToken)
    {
        try
        {
            return Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken));
        }
        catch (Exception fault) when (fault is InvalidDataException or EndOfStreamException)
        {
            throw new StorageException($"The backup {path} is damaged: {fault.Message} Nothing was restored; take another one.", fault);
        }
    }
}
