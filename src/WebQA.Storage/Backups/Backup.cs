using Microsoft.Data.Sqlite;
using WebQA.Storage.Connections;
using WebQA.Storage.Exchange;

namespace WebQA.Storage.Backups;

/// <summary>Copies a data folder while people work in it: the database as it is at one moment, then every archived page, model and, if wished, key.</summary>
/// <remarks>Pages are never changed and are stored before the database names them, so copying them after it leaves none out. Indexes are left out: they are built again.
/// The backup appears whole, read back and compared hash by hash, or not at all.</remarks>
public sealed class Backup(Database database, TimeProvider clock)
{
    /// <summary>Makes a backup.</summary>
    /// <param name="target">A file, where its name ends with <c>.tar</c>, <c>.tar.gz</c> or <c>.tgz</c>; otherwise a folder. It must not be there yet.</param>
    /// <param name="withKeys">Whether to take the keys along, which open the secrets of the database and tell who is who in exported files.</param>
    /// <param name="cancellationToken">Stops; nothing is left then.</param>
    /// <exception cref="StorageException">It cannot be made; the message says why and what to do.</exception>
    public async Task<BackupManifest> RunAsync(string target, bool withKeys, CancellationToken cancellationToken = default)
    {
        var place = Checked(target);
        var partial = $"{place}.{Guid.NewGuid():N}.partial";
        var copy = $"{place}.{Guid.NewGuid():N}.db";
        try
        {
            var madeAt = clock.GetUtcNow();
            var version = database.Guarded(() => CopyDatabase(copy));
            var files = new List<BackedUpFile>();
            await using (var sink = BackupSink.Create(partial, place))
            {
                files.Add((await AddAsync(sink, "webqa.db", copy, cancellationToken))!);
                foreach (var (name, path) in Files(withKeys))
                {
                    if (await AddAsync(sink, name, path, cancellationToken) is { } file)
                    {
                        files.Add(file);
                    }
                }
                var manifest = new BackupManifest(BackupManifest.CurrentSchema, madeAt, version, withKeys, files);
                await sink.AddAsync(BackupManifest.FileName, new MemoryStream(manifest.ToJson()), cancellationToken);
            }
            var read = await BackupCheck.RunAsync(partial, static (_, content, _) => Task.FromResult(content), cancellationToken);
            Move(partial, place);
            return read;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new StorageException($"The backup {place} cannot be written: {fault.Message} Free some space or name another place. Nothing of it was left.", fault);
        }
        finally
        {
            File.Delete(copy);
            Delete(partial);
        }
    }

    private string Checked(string target)
    {
        var place = Path.TrimEndingDirectorySeparator(Path.GetFullPath(target));
        if ((place + Path.DirectorySeparatorChar).StartsWith(database.Folder.Root + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            throw new StorageException($"{place} lies in the data folder itself, which a backup should outlive. Name a place elsewhere, best on another disk.");
        }
        if (File.Exists(place) || Directory.Exists(place))
        {
            throw new StorageException($"{place} is there already. Name a new place, or delete it first; a backup replaces nothing.");
        }
        return Directory.Exists(Path.GetDirectoryName(place))
            ? place
            : throw new StorageException($"The folder {Path.GetDirectoryName(place)} does not exist. Make it first, or name another place.");
    }

    /// <summary>SQLite's own online backup, in one step, so that writers go on and the copy is that of one moment.</summary>
    private string CopyDatabase(string copy)
    {
        BackupSink.CreateFile(copy).Dispose();
        using var target = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = copy, Pooling = false }.ToString());
        target.Open();
        using (var source = database.Open(Durability.Normal))
        {
            source.BackupDatabase(target);
        }
        using var statements = new Statements(target);
        if (statements.Scalar("pragma quick_check(1)") is not "ok")
        {
            throw new StorageException($"The database {database.Folder.DatabaseFile} is damaged, and so is a copy of it. Nothing was backed up. See what 'sqlite3 {database.Folder.DatabaseFile} \"pragma integrity_check\"' says.");
        }
        // A copy in WAL mode would want a second file beside it.
        statements.Execute("pragma journal_mode=delete");
        return (string)statements.Scalar("select max(MigrationId) from __EFMigrationsHistory")!;
    }

    private IEnumerable<(string Name, string Path)> Files(bool withKeys)
    {
        var root = database.Folder.Root;
        var temporary = Path.Combine(database.Folder.Pages, "tmp") + Path.DirectorySeparatorChar;
        foreach (var folder in (string[])[database.Folder.Pages, database.Folder.Models, .. withKeys ? [database.Folder.Keys] : Array.Empty<string>()])
        {
            foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(file => !file.StartsWith(temporary, StringComparison.Ordinal)))
            {
                yield return (Path.GetRelativePath(root, file).Replace(Path.DirectorySeparatorChar, '/'), file);
            }
        }
    }

    /// <summary>Null where somebody deleted the file meanwhile.</summary>
    private static async Task<BackedUpFile?> AddAsync(BackupSink sink, string name, string path, CancellationToken cancellationToken)
    {
        try
        {
            await using var content = File.OpenRead(path);
            var sha256 = await WholeFile.HashAsync(path, cancellationToken);
            await sink.AddAsync(name, content, cancellationToken);
            return new BackedUpFile(name, content.Length, sha256);
        }
        catch (FileNotFoundException) when (name != "webqa.db")
        {
            return null;
        }
    }

    private static void Move(string partial, string place)
    {
        if (Directory.Exists(partial))
        {
            Directory.Move(partial, place);
        }
        else
        {
            File.Move(partial, place);
        }
    }

    private static void Delete(string partial)
    {
        if (Directory.Exists(partial))
        {
            Directory.Delete(partial, recursive: true);
        }
        File.Delete(partial);
    }
}
