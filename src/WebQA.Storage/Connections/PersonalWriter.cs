namespace WebQA.Storage.Connections;

/// <summary>The process's writer of what people make where many do so at once: what a write has changed is on the disk when its task ends. Thread-safe.</summary>
/// <remarks>People who save in the same moment share one commit; each still has a whole transaction or nothing.</remarks>
internal sealed class PersonalWriter(Database database) : IAsyncDisposable
{
    private readonly GroupWriter _writer = new(database, Durability.Full);

    public Task<T> WriteAsync<T>(Func<Statements, T> work, CancellationToken cancellationToken) => _writer.WriteAsync(work, cancellationToken);

    public ValueTask DisposeAsync() => _writer.DisposeAsync();
}
