using Microsoft.Data.Sqlite;

namespace WebQA.Storage.Connections;

/// <summary>Says what a fault of SQLite means and what to do about it.</summary>
/// <remarks>Primary result codes: https://sqlite.org/rescode.html.</remarks>
internal static class SqliteFault
{
    private const int Busy = 5, Locked = 6, ReadOnly = 8, Io = 10, Corrupt = 11, Full = 13, CannotOpen = 14, NotADatabase = 26;

    /// <summary>Whether the fault is the file's or the disk's, not one of our own statements'.</summary>
    public static bool IsExplained(SqliteException fault) =>
        fault.SqliteErrorCode is Busy or Locked or ReadOnly or Io or Corrupt or Full or CannotOpen or NotADatabase;

    /// <summary>The fault as one message for a person.</summary>
    public static StorageException Explain(SqliteException fault, DataFolder folder) => fault.SqliteErrorCode switch
    {
        Busy or Locked => new StorageException(
            $"The database {folder.DatabaseFile} is locked by another program and was not released. Close that program (a database browser, a backup), then try again.", fault),
        ReadOnly => new StorageException(
            $"The database {folder.DatabaseFile} is read-only. Give this user the right to write it and its folder, or set {DataFolder.Variable} to another folder.", fault),
        Full => new StorageException(
            $"The disk that holds {folder.Root} is full. Nothing stored is lost. Free some space, or move the folder and set {DataFolder.Variable} to its new place.", fault),
        Io => new StorageException(
            $"The database {folder.DatabaseFile} could not be read or written ({fault.Message}) Check the disk and its free space, then start again.", fault),
        CannotOpen => new StorageException(
            $"The database {folder.DatabaseFile} cannot be opened. Check that it is a file and that this user may read and write it and its folder.", fault),
        _ => new StorageException(
            $"The database {folder.DatabaseFile} is damaged ({fault.Message}) It was left as it is. Move webqa.db, webqa.db-wal and webqa.db-shm aside together; WebQA then starts with a new one. "
            + "To save what can be read: sqlite3 OLD.db .recover | sqlite3 webqa.db. The archived pages are not affected.", fault),
    };
}
