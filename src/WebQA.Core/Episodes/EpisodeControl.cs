namespace WebQA.Core.Episodes;

/// <summary>Carries requests of people to the runner of one episode. Thread-safe.</summary>
public sealed class EpisodeControl : IDisposable
{
    private readonly CancellationTokenSource _interruption = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly Lock _lock = new();

    /// <summary>What is asked; a stop outranks an answer-now.</summary>
    public ControlRequest Requested { get; private set; }

    /// <summary>Cancelled by any request: the browsing step in flight is given up.</summary>
    public CancellationToken Interruption => _interruption.Token;

    /// <summary>Cancelled by a stop: the answer in flight is given up too.</summary>
    public CancellationToken Stopping => _stopping.Token;

    /// <summary>Asks for something. Asking twice is harmless.</summary>
    public void Request(ControlRequest request)
    {
        lock (_lock)
        {
            if (request <= Requested)
            {
                return;
            }
            Requested = request;
        }
        _interruption.Cancel();
        if (request == ControlRequest.Stop)
        {
            _stopping.Cancel();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _interruption.Dispose();
        _stopping.Dispose();
    }
}
