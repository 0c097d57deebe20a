using System.Globalization;
using Microsoft.Data.Sqlite;
using WebQA.Storage.Connections;

namespace WebQA.Storage.Backups;

/// <summary>Puts a backup in the place of a data folder: first beside it, checked whole, then by renaming, so that there is either the old or the new.</summary>
public sealed class Restore(DataFolder folder, TimeProvider clock)
{
    /// <summary>Restores.</summary>
    /// <param name="source">A file or folder that <see cref="Backup"/> has written.</param>
    /// <param name="replace">Whether a data folder that holds something is put aside; otherwise it is refused.</param>
    /// <param name="cancellationToken">Stops; the data folder is then as it was.</param>
    /// <returns>What was restored, and where the data that was there before lies now; null where there was none.</returns>
    /// <exception cref="StorageException">It cannot be restored; the message says why. The data folder is as it was.</exception>
    public async Task<(BackupManifest Manifest, string? Before)> RunAsync(string source, bool replace, CancellationToken cancellationToken = default)
    {
        var holdsData = Directory.Exists(folder.Root) && Directory.EnumerateFileSystemEntries(folder.Root).Any();
        var holdsOurs = File.Exists(folder.DatabaseFile);
        if (holdsData && !replace)
        {
            throw new StorageException($"The data folder {folder.Root} is not empty. Say --replace to put what is there aside, or set {DataFolder.Variable} to another folder.");
        }
        if (holdsData && !holdsOurs && Directory.EnumerateFileSystemEntries(folder.Root).Any(static entry => Path.GetFileName(entry) is not ("pages" or "models" or "index" or "keys")))
        {
            throw new StorageException($"{folder.Root} holds no database of WebQA but other files. Set {DataFolder.Variable} to another folder.");
        }
        if (holdsOurs)
        {
            DemandUnused();
        }
        var staged = new DataFolder($"{folder.Root}.{Guid.NewGuid():N}.restoring");
        try
        {
            var manifest = await BackupCheck.RunAsync(Path.GetFullPath(source), (name, content, cancel) => WriteAsync(staged, name, content, cancel), cancellationToken);
            DemandUsable(staged, source);
            staged.Prepare();
            string? before = null;
            if (holdsData)
            {
                before = $"{folder.Root}.before-{clock.GetUtcNow().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}";
                Directory.Move(folder.Root, before);
            }
            else if (Directory.Exists(folder.Root))
            {
                Directory.Delete(folder.Root);
            }
            Directory.Move(staged.Root, folder.Root);
            return (manifest, before);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new StorageException($"The backup cannot be restored to {folder.Root}: {fault.Message} Free some space, or set {DataFolder.Variable} to another folder.", fault);
        }
        finally
        {
            if (Directory.Exists(staged.Root))
            {
                Directory.Delete(staged.Root, recursive: true);
            }
        }
    }

    private static async Task<Stream> WriteAsync(DataFolder staged, string name, Stream content, CancellationToken cancellationToken)
    {
        var path = Path.Combine(staged.Root, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await using (var file = BackupSink.CreateFile(path))
        {
            try
            {
                await content.CopyToAsync(file, cancellationToken);
            }
            catch (Exception fault) when (fault is InvalidDataException or EndOfStreamException)
            {
                throw new StorageException($"The backup is damaged in '{name}': {fault.Message} Nothing was restored; take another one.", fault);
            }
            file.Flush(flushToDisk: true);
        }
        return File.OpenRead(path);
    }

    /// <summary>A database that another process has open cannot be locked as a whole.</summary>
    private void DemandUnused()
    {
        try
        {
            using var connection = Open(folder);
            using var statements = new Statements(connection);
            statements.Execute("pragma locking_mode=exclusive");
            statements.Execute("begin exclusive");
            statements.Execute("rollback");
        }
        catch (SqliteException fault) when (fault.SqliteErrorCode is 5 or 6)
        {
            throw new StorageException($"{folder.DatabaseFile} is in use. End the web app and every command that uses {folder.Root}, then restore again.", fault);
        }
        catch (SqliteException)
        {
            // A damaged database is what a backup is for; it is put aside, not deleted.
        }
    }

    private static void DemandUsable(DataFolder staged, string source)
    {
        using var connection = Open(staged);
        using var statements = new Statements(connection);
        if (statements.Query("select MigrationId from __EFMigrationsHistory order by 1", static row => row.GetString(0)).Except(Database.Known, StringComparer.Ordinal).FirstOrDefault() is { } newer)
        {
            throw new StorageException($"The backup {source} was made by a newer WebQA (schema {newer}). Update WebQA, then restore it.");
        }
    }

    private static SqliteConnection Open(DataFolder place)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = place.DatabaseFile, Pooling = false, DefaultTimeout = 1 }.ToString());
        connection.Open();
        return connection;
    }
}
