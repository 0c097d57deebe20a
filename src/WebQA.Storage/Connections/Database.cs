using System.Reflection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Options;
using WebQA.Storage.Schema;

namespace WebQA.Storage.Connections;

/// <summary>The SQLite database of a data folder: made or brought up to date at first use, then opened as often as needed. Thread-safe.</summary>
/// <remarks>Starting costs one small query where the schema is current; EF Core is loaded only to change it.</remarks>
public sealed class Database
{
    /// <summary>The changes of the schema that this version knows, the last one last.</summary>
    internal static readonly string[] Known =
    [
        .. typeof(WebQaDb).Assembly.GetTypes()
            .Select(type => type.GetCustomAttribute<MigrationAttribute>()?.Id).OfType<string>().Order(StringComparer.Ordinal),
    ];

    private readonly string _connectionString;
    private readonly int _lockWaitMilliseconds;
    private readonly Lock _lock = new();
    private bool _isReady;

    /// <summary>The database of a folder.</summary>
    public Database(DataFolder folder, IOptions<StorageOptions> options)
    {
        Folder = folder;
        _lockWaitMilliseconds = (int)options.Value.LockWait.TotalMilliseconds;
        // The wait for a lock is SQLite's own (busy_timeout); the driver's loop of 150 ms sleeps adds at most a second.
        _connectionString = new SqliteConnectionStringBuilder { DataSource = folder.DatabaseFile, DefaultTimeout = 1 }.ToString();
    }

    /// <summary>The folder.</summary>
    public DataFolder Folder { get; }

    /// <summary>Makes the database, or brings its schema up to date. Cheap where it is current, harmless when called again.</summary>
    /// <exception cref="StorageException">It cannot be used; the message says why and what to do.</exception>
    public void Prepare()
    {
        lock (_lock)
        {
            if (_isReady)
            {
                return;
            }
            Folder.Prepare();
            Guarded(() =>
            {
                if (!IsCurrent())
                {
                    Migrate();
                }
                return true;
            });
            _isReady = true;
        }
    }

    /// <summary>An open connection, to be disposed by the caller.</summary>
    /// <param name="durability">Whether a commit is on the disk when it returns.</param>
    /// <exception cref="StorageException">The database cannot be used.</exception>
    internal SqliteConnection Open(Durability durability)
    {
        Prepare();
        return Guarded(() => OpenUnchecked(durability));
    }

    /// <summary>Runs something on the database; faults come out as one message for a person.</summary>
    internal T Guarded<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException fault) when (SqliteFault.IsExplained(fault))
        {
            throw SqliteFault.Explain(fault, Folder);
        }
    }

    private SqliteConnection OpenUnchecked(Durability durability)
    {
        var connection = new SqliteConnection(_connectionString);
        try
        {
            connection.Open();
            using var pragma = connection.CreateCommand();
            pragma.CommandText = $"pragma busy_timeout={_lockWaitMilliseconds}; pragma synchronous={(durability == Durability.Full ? "full" : "normal")};";
            pragma.ExecuteNonQuery();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private bool IsCurrent()
    {
        using var statements = new Statements(OpenUnchecked(Durability.Normal));
        if (statements.Scalar("select 1 from sqlite_master where name = '__EFMigrationsHistory'") is null)
        {
            return false;
        }
        var applied = statements.Query("select MigrationId from __EFMigrationsHistory order by 1", row => row.GetString(0));
        return applied.Except(Known, StringComparer.Ordinal).FirstOrDefault() is { } newer
            ? throw new StorageException(
                $"The database {Folder.DatabaseFile} was made by a newer WebQA (schema {newer}; this one knows {Known[^1]}). It was left as it is. Update WebQA, or set {DataFolder.Variable} to another folder.")
            : applied.Count == Known.Length;
    }

    /// <summary>One process at a time changes the schema; the others wait and find it done.</summary>
    private void Migrate()
    {
        using var alone = MigrationLock.Take(Folder, TimeSpan.FromMilliseconds(_lockWaitMilliseconds));
        if (IsCurrent())
        {
            return;
        }
        using var connection = OpenUnchecked(Durability.Full);
        MigrationLock.ForgetKilledHolder(connection);
        using var db = new WebQaDb(new DbContextOptionsBuilder<WebQaDb>().UseSqlite(connection).Options);
        db.Database.Migrate();
        using var wal = connection.CreateCommand();
        wal.CommandText = "pragma journal_mode=wal";
        wal.ExecuteNonQuery();
    }
}

/// <summary>When a commit counts as done.</summary>
internal enum Durability
{
    /// <summary>A killed process loses nothing; a power cut may lose the last moment. For episodes, archive and caches.</summary>
    Normal,

    /// <summary>A power cut loses nothing either. For what a person made.</summary>
    Full,
}
