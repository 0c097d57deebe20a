using System.Diagnostics;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace WebQA.Storage.Connections;

/// <summary>The process's one writer of episodes and archive, and another of people's comparisons: commits whatever waits in one transaction. Thread-safe.</summary>
/// <remarks>While one group is committed the next gathers, so a single write waits for nothing and many share a commit.</remarks>
/// <param name="database">Where to write.</param>
/// <param name="durability">Whether a commit is on the disk when its task ends.</param>
internal sealed class GroupWriter(Database database, Durability durability) : IAsyncDisposable
{
    /// <summary>How long writes are gathered into one transaction, so that other processes get their turn.</summary>
    private static readonly TimeSpan LongestGroup = TimeSpan.FromMilliseconds(5);

    /// <summary>The pause after a group that was full; without one, SQLite's waiting by sleeping would keep others out as long as the load lasts.</summary>
    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(1);

    private readonly Channel<Write> _waiting = Channel.CreateUnbounded<Write>(new() { SingleReader = true });
    private readonly Lock _lock = new();
    private Task? _loop;

    /// <summary>Runs a piece of work inside the next transaction; committed when the task ends. If it throws, nothing of it stays.</summary>
    public async Task<T> WriteAsync<T>(Func<Statements, T> work, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var result = default(T);
        var write = new Write(statements => result = work(statements), cancellationToken);
        lock (_lock)
        {
            _loop ??= Task.Run(RunAsync, CancellationToken.None);
        }
        ObjectDisposedException.ThrowIf(!_waiting.Writer.TryWrite(write), this);
        await write.Done.Task;
        return result!;
    }

    /// <summary>Commits what waits, then stops.</summary>
    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        if (_loop is { } loop)
        {
            await loop;
        }
    }

    private async Task RunAsync()
    {
        Statements? statements = null;
        var group = new List<Write>();
        while (await _waiting.Reader.WaitToReadAsync())
        {
            group.Clear();
            try
            {
                statements ??= new Statements(database.Open(durability));
                var isFull = database.Guarded(() => Commit(statements, group));
                foreach (var write in group)
                {
                    write.Complete();
                }
                if (isFull)
                {
                    await Task.Delay(Turn, TimeProvider.System);
                }
            }
            catch (Exception fault)
            {
                Fail(group, fault);
                TakeBack(statements);
                statements = null;
            }
        }
        statements?.Dispose();
    }

    /// <returns>Whether more waited than one group takes.</returns>
    private bool Commit(Statements statements, List<Write> group)
    {
        statements.Execute("begin immediate");
        var started = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(started) < LongestGroup && _waiting.Reader.TryRead(out var write))
        {
            group.Add(write);
            write.Run(statements);
        }
        statements.Execute("commit");
        return Stopwatch.GetElapsedTime(started) >= LongestGroup;
    }

    /// <summary>Fails the group, or where not even a transaction could begin, all that wait.</summary>
    private void Fail(List<Write> group, Exception fault)
    {
        while (group.Count == 0 || fault is StorageException)
        {
            if (!_waiting.Reader.TryRead(out var write))
            {
                break;
            }
            group.Add(write);
        }
        foreach (var write in group)
        {
            write.Done.TrySetException(fault);
        }
    }

    /// <summary>The connection goes back to the pool, so no transaction may stay open on it.</summary>
    private static void TakeBack(Statements? statements)
    {
        try
        {
            statements?.Execute("rollback");
        }
        catch (SqliteException)
        {
            // The fault has ended the transaction already, or the file is out of reach and the journal will undo it.
        }
        statements?.Dispose();
    }

    private sealed class Write(Action<Statements> work, CancellationToken cancellationToken)
    {
        private const int Constraint = 19;

        private Exception? _refused;

        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>A fault of this write alone is taken back alone; a fault of the database ends the whole group.</summary>
        public void Run(Statements statements)
        {
            if (cancellationToken.IsCancellationRequested)
            {
                _refused = new OperationCanceledException(cancellationToken);
                return;
            }
            statements.Execute("savepoint one");
            try
            {
                work(statements);
            }
            catch (Exception fault) when (fault is not SqliteException { SqliteErrorCode: not Constraint })
            {
                _refused = fault;
                statements.Execute("rollback to one");
            }
            statements.Execute("release one");
        }

        public void Complete()
        {
            if (_refused is null)
            {
                Done.TrySetResult();
            }
            else if (_refused is OperationCanceledException canceled)
            {
                Done.TrySetCanceled(canceled.CancellationToken);
            }
            else
            {
                Done.TrySetException(_refused);
            }
        }
    }
}
