using WebQA.Core.Answers;
using WebQA.Core.Episodes;
using WebQA.Runs.Hosting;

namespace WebQA.Runs.Sessions;

/// <summary>An episode led command by command, stored and leased like any other. Thread-safe: commands are taken one after the other.</summary>
public sealed class BrowsingSession : IAsyncDisposable
{
    private readonly Episode _episode;
    private readonly HeldEpisode _held;
    private readonly LeaseKeeper _leases;
    private readonly IEpisodeStore _store;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private bool _isDisposed;

    internal BrowsingSession(Episode episode, HeldEpisode held, LeaseKeeper leases, IEpisodeStore store) =>
        (_episode, _held, _leases, _store) = (episode, held, leases, store);

    /// <summary>The state now.</summary>
    public EpisodeState State => _episode.State;

    /// <summary>Whether commands are taken: no limit is reached, and nobody has stopped it.</summary>
    public bool IsOpen => !_isDisposed && State.IsBrowsing && _held.Control.Requested == ControlRequest.None;

    /// <summary>Carries out a command; what is wrong with it is in the step.</summary>
    /// <returns>The step, and what is seen after it.</returns>
    /// <exception cref="InvalidOperationException">No command is taken any more.</exception>
    public async Task<(EpisodeStep Step, Observation Observation)> ApplyAsync(string command, CancellationToken cancellationToken = default)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (!IsOpen)
            {
                throw new InvalidOperationException("This browsing session has ended; begin another.");
            }
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _held.Control.Interruption);
            var step = await _episode.ApplyAsync(new PolicyDecision(command), cancellationToken: either.Token);
            return (step, _episode.Observation);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Ends the episode, if it has not ended, and gives its lease back.</summary>
    public async ValueTask DisposeAsync()
    {
        await _turn.WaitAsync(CancellationToken.None);
        try
        {
            if (_isDisposed)
            {
                return;
            }
            _isDisposed = true;
            await EndAsync();
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task EndAsync()
    {
        try
        {
            var (actions, quotes) = (State.ActionsUsed, State.References.Count);
            await _episode.EndAsync(new EpisodeEnded(Outcome.Stopped, $"The session ended after {actions} actions, with {quotes} quotes; no answer was asked for."), CancellationToken.None);
            await _store.ReleaseAsync(_held.Lease, CancellationToken.None);
        }
        catch (LeaseLostException)
        {
            // Somebody else has ended or taken it.
        }
        finally
        {
            _leases.Forget(_held);
        }
    }
}
