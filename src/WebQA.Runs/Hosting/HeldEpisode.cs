using WebQA.Core.Episodes;

namespace WebQA.Runs.Hosting;

/// <summary>An episode that this process runs, or will run when its turn comes.</summary>
internal sealed class HeldEpisode(EpisodeLease lease) : IDisposable
{
    private readonly CancellationTokenSource _lettingGo = new();
    private readonly Lock _lock = new();
    private bool _isOver;

    /// <summary>The right to write it.</summary>
    public EpisodeLease Lease { get; } = lease;

    /// <summary>What people ask of it.</summary>
    public EpisodeControl Control { get; } = new();

    /// <summary>The running, ended when the episode has ended or was let go.</summary>
    public Task Work { get; set; } = Task.CompletedTask;

    /// <summary>Cancelled when another process has it or this one shuts down.</summary>
    public CancellationToken LettingGo => _lettingGo.Token;

    /// <summary>Another process has it now: nothing may be written any more.</summary>
    public bool IsLost { get; private set; }

    /// <summary>Passes on what people ask. Harmless when it is over.</summary>
    public void Ask(ControlRequest request)
    {
        lock (_lock)
        {
            if (!_isOver)
            {
                Control.Request(request);
            }
        }
    }

    /// <summary>Leaves it as it is. Harmless when it is over.</summary>
    public void LetGo(bool isLost = false)
    {
        lock (_lock)
        {
            if (!_isOver)
            {
                IsLost |= isLost;
                _lettingGo.Cancel();
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_lock)
        {
            _isOver = true;
            _lettingGo.Dispose();
            Control.Dispose();
        }
    }
}
