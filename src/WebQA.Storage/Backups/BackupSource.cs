using System.Formats.Tar;
using System.IO.Compression;
using System.Runtime.CompilerServices;

namespace WebQA.Storage.Backups;

/// <summary>The files of a backup, one at a time; each stream is read before the next is asked for.</summary>
internal static class BackupSource
{
    /// <summary>Reads a folder or a tar file, whatever it is called.</summary>
    /// <exception cref="StorageException">There is nothing, it is no backup, or an entry names a place outside a data folder.</exception>
    public static async IAsyncEnumerable<(string Name, Stream Content)> ReadAsync(string path, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        if (Directory.Exists(path))
        {
            foreach (var file in Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            {
                await using var content = File.OpenRead(file);
                yield return (Checked(path, Path.GetRelativePath(path, file).Replace(Path.DirectorySeparatorChar, '/')), content);
            }
            yield break;
        }
        if (!File.Exists(path))
        {
            throw new StorageException($"There is no backup {path}. Name a file or folder that 'webqa backup' has written.");
        }
        await using var stream = File.OpenRead(path);
        await using var bytes = IsCompressed(stream) ? new GZipStream(stream, CompressionMode.Decompress) : (Stream)stream;
        await using var tar = new TarReader(bytes);
        while (await NextAsync(tar, path, cancellationToken) is { } entry)
        {
            if (entry.EntryType is TarEntryType.RegularFile or TarEntryType.V7RegularFile)
            {
                yield return (Checked(path, entry.Name), entry.DataStream ?? Stream.Null);
            }
            else if (entry.EntryType != TarEntryType.Directory)
            {
                throw new StorageException($"The backup {path} holds '{entry.Name}', which is no file ({entry.EntryType}). 'webqa backup' writes none; nothing was restored.");
            }
        }
    }

    private static async ValueTask<TarEntry?> NextAsync(TarReader tar, string path, CancellationToken cancellationToken)
    {
        try
        {
            return await tar.GetNextEntryAsync(copyData: false, cancellationToken);
        }
        catch (Exception fault) when (fault is InvalidDataException or EndOfStreamException or FormatException)
        {
            throw new StorageException($"The backup {path} is damaged or no backup: {fault.Message} Nothing was restored; take another one.", fault);
        }
    }

    private static bool IsCompressed(FileStream stream)
    {
        var isCompressed = stream.ReadByte() == 0x1f && stream.ReadByte() == 0x8b;
        stream.Position = 0;
        return isCompressed;
    }

    /// <summary>A name within a data folder, so that no entry is written elsewhere.</summary>
    private static string Checked(string source, string name)
    {
        var parts = name.Split('/');
        var isFolderOfOurs = parts.Length > 1 && parts[0] is "pages" or "models" or "keys";
        var isPlain = parts.All(static part => part is not ("" or "." or "..") && !part.Any(static c => char.IsControl(c) || c is '\\' or ':'));
        return isPlain && (isFolderOfOurs || name is "webqa.db" or BackupManifest.FileName)
            ? name
            : throw new StorageException($"The backup {source} holds '{name}', which no data folder has. 'webqa backup' writes no such file; nothing was restored.");
    }
}
