using Microsoft.Data.Sqlite;

namespace WebQA.Storage.Connections;

/// <summary>Keeps a second process from changing the schema at the same time. The operating system lets go of it when its holder dies.</summary>
internal static class MigrationLock
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Takes the lock.</summary>
    /// <exception cref="StorageException">Another process has held it for longer than <paramref name="wait"/> plus a minute for its work.</exception>
    public static FileStream Take(DataFolder folder, TimeSpan wait)
    {
        var path = Path.Combine(folder.Root, "webqa.db.migrating");
        using var pause = new ManualResetEventSlim();
        for (var left = wait + TimeSpan.FromMinutes(1); left > TimeSpan.Zero; left -= Pause)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            }
            catch (IOException)
            {
                pause.Wait(Pause);
            }
        }
        throw new StorageException($"Another copy of WebQA is bringing {folder.DatabaseFile} up to date and has not finished. Wait for it, or end it and start again.");
    }

    /// <summary>EF Core's own lock is a row, which a killed process leaves behind and the next one would wait for without end.</summary>
    public static void ForgetKilledHolder(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "drop table if exists __EFMigrationsLock";
        command.ExecuteNonQuery();
    }
}
