using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using WebQA.Core.Episodes;

namespace WebQA.Runs.Hosting;

/// <summary>Runs episodes in this process under leases: so many at once, the others in turn. Thread-safe.</summary>
public sealed partial class EpisodeHost : IEpisodeHost, IAsyncDisposable
{
    private readonly EpisodeStarter _starter;
    private readonly EpisodeWorker _worker;
    private readonly LeaseKeeper _leases;
    private readonly IEpisodeStore _store;
    private readonly EpisodeWatcher _watcher;
    private readonly EpisodeHostOptions _options;
    private readonly TimeProvider _clock;
    private readonly ILogger<EpisodeHost> _logger;
    private readonly SemaphoreSlim _turns;
    private readonly ConcurrentDictionary<string, string> _faults = [];
    private volatile bool _isLeaving;

    internal EpisodeHost(
        EpisodeStarter starter, EpisodeWorker worker, LeaseKeeper leases, IEpisodeStore store, EpisodeWatcher watcher,
        IOptions<EpisodeHostOptions> options, TimeProvider clock, ILogger<EpisodeHost> logger)
    {
        (_starter, _worker, _leases, _store, _watcher, _options, _clock, _logger) = (starter, worker, leases, store, watcher, options.Value, clock, logger);
        _turns = new SemaphoreSlim(_options.MaxRunning);
        Owner = $"{Environment.ProcessId}@{Environment.MachineName}/{Guid.NewGuid():N}";
    }

    /// <summary>This process, as leases name it.</summary>
    public string Owner { get; }

    /// <summary>Episodes that run or wait here.</summary>
    public int HeldCount => _leases.Count;

    /// <inheritdoc/>
    public async Task<string> StartAsync(EpisodeRequest request, CancellationToken cancellationToken = default)
    {
        if (_leases.Count >= _options.MaxHeld)
        {
            throw new HostRefusedException($"{_leases.Count} episodes run or wait already. Wait until some have ended, or stop some, then ask again.");
        }
        var setup = await _starter.PrepareAsync(request, cancellationToken);
        await BeginAsync(setup, cancellationToken);
        return setup.Id;
    }

    /// <inheritdoc/>
    public Task StopAsync(string episodeId, CancellationToken cancellationToken = default) =>
        AskAsync(episodeId, ControlRequest.Stop, cancellationToken);

    /// <inheritdoc/>
    public Task AnswerNowAsync(string episodeId, CancellationToken cancellationToken = default) =>
        AskAsync(episodeId, ControlRequest.AnswerNow, cancellationToken);

    /// <inheritdoc/>
    public async Task<bool> ContinueAsync(string episodeId, CancellationToken cancellationToken = default)
    {
        if (_isLeaving || _leases.Find(episodeId) is not null || await _store.TryClaimAsync(episodeId, Owner, cancellationToken) is not { } lease)
        {
            return false;
        }
        _faults.TryRemove(episodeId, out _);
        Run(lease);
        return true;
    }

    /// <inheritdoc/>
    /// <exception cref="HostRefusedException">This process is a command, and it cannot go on with the episode.</exception>
    public IAsyncEnumerable<StoredEvent> WatchAsync(string episodeId, int after = -1, CancellationToken cancellationToken = default) =>
        _watcher.WatchAsync(episodeId, after, _options.HostedBy == HostedBy.Command ? FaultOf : static _ => null, cancellationToken);

    /// <summary>Lets go of all episodes, so that another process can go on with them at once.</summary>
    public async Task LeaveAsync()
    {
        _isLeaving = true;
        while (_leases.Held is { Count: > 0 } held)
        {
            foreach (var episode in held)
            {
                episode.LetGo();
            }
            await Task.WhenAll(held.Select(episode => episode.Work));
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        // A container disposes what it hands out under two names twice; both are harmless.
        await LeaveAsync();
        _turns.Dispose();
    }

    private async Task BeginAsync(EpisodeSetup setup, CancellationToken cancellationToken)
    {
        if (_isLeaving)
        {
            throw new HostRefusedException("WebQA is shutting down. Start it again, then ask.");
        }
        Run(await _store.CreateAsync(setup, Owner, _options.HostedBy, cancellationToken));
    }

    /// <summary>Begins an episode, or goes on with it as soon as no other process has it, and waits until it has ended or was let go. Cancelling lets go of it.</summary>
    internal async Task CompleteAsync(EpisodeSetup setup, CancellationToken cancellationToken)
    {
        if (await _store.FindAsync(setup.Id, cancellationToken) is null)
        {
            await BeginAsync(setup, cancellationToken);
        }
        // The lease of a process that was just killed has to run out first.
        while (!await ContinueAsync(setup.Id, cancellationToken)
            && _leases.Find(setup.Id) is null && await _store.FindAsync(setup.Id, cancellationToken) is { Phase: EpisodePhase.Running })
        {
            await Task.Delay(_options.Reap, _clock, cancellationToken);
        }
        if (_leases.Find(setup.Id) is { } held)
        {
            using var letGo = cancellationToken.Register(() => held.LetGo());
            await held.Work;
        }
        cancellationToken.ThrowIfCancellationRequested();
    }

    /// <summary>Why this process could not go on with an episode, or null.</summary>
    internal string? FaultOf(string episodeId) => _faults.GetValueOrDefault(episodeId);

    /// <summary>Takes over what dead processes have left, as far as there are turns; ends what was tried too often.</summary>
    internal async Task ReapAsync(CancellationToken cancellationToken)
    {
        foreach (var id in await _store.ListExhaustedAsync(cancellationToken))
        {
            await GiveUpAsync(id, cancellationToken);
        }
        foreach (var id in await _store.ListAbandonedAsync(cancellationToken))
        {
            // A claim counts as a try, so none is made for an episode that would only wait.
            if (_leases.Count >= _options.MaxRunning)
            {
                return;
            }
            if (await ContinueAsync(id, cancellationToken))
            {
                LogResumed(id);
            }
        }
    }

    private async Task GiveUpAsync(string episodeId, CancellationToken cancellationToken)
    {
        if (_leases.Find(episodeId) is not null || await _store.TryClaimAsync(episodeId, Owner, cancellationToken) is not { } lease)
        {
            return;
        }
        try
        {
            await _worker.GiveUpAsync(lease, GivenUp(episodeId), cancellationToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // A record that cannot even be ended must not keep the others from being looked after.
            LogNotGoingOn(episodeId, fault);
        }
    }

    private async Task AskAsync(string episodeId, ControlRequest request, CancellationToken cancellationToken)
    {
        _leases.Find(episodeId)?.Ask(request);
        // Stored too: for the process that has it, or for whoever goes on with it after a crash.
        await _store.RequestAsync(episodeId, request, cancellationToken);
        await ContinueAsync(episodeId, cancellationToken);
    }

    private void Run(EpisodeLease lease)
    {
        var held = _leases.Hold(lease);
        held.Work = Task.Run(() => RunAsync(held), CancellationToken.None);
        if (_isLeaving)
        {
            held.LetGo();
        }
    }

    private async Task RunAsync(HeldEpisode held)
    {
        var id = held.Lease.EpisodeId;
        var hasTurn = false;
        var keepsLease = false;
        try
        {
            if (await _store.RenewAsync(held.Lease, held.LettingGo) is { } asked)
            {
                held.Ask(asked);
            }
            hasTurn = await WaitForTurnAsync(held);
            await _worker.RunAsync(held.Lease, held.Control, held.LettingGo);
        }
        catch (OperationCanceledException) when (held.LettingGo.IsCancellationRequested)
        {
            LogLetGo(id);
        }
        catch (LeaseLostException)
        {
            LogLetGo(id);
        }
        catch (Exception fault)
        {
            // The lease is left to run out: the next try comes after a pause, here or in another process, and counts.
            keepsLease = true;
            _faults[id] = fault.Message;
            LogNotGoingOn(id, fault);
        }
        finally
        {
            if (hasTurn)
            {
                _turns.Release();
            }
            await ForgetAsync(held, release: !keepsLease && !held.IsLost);
        }
    }

    /// <summary>Waits for a turn; what people ask meanwhile is carried out without one, since it costs next to nothing.</summary>
    private async Task<bool> WaitForTurnAsync(HeldEpisode held)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(held.LettingGo, held.Control.Interruption);
        try
        {
            await _turns.WaitAsync(either.Token);
            return true;
        }
        catch (OperationCanceledException) when (!held.LettingGo.IsCancellationRequested)
        {
            return false;
        }
    }

    private async Task ForgetAsync(HeldEpisode held, bool release)
    {
        try
        {
            if (release)
            {
                await _store.ReleaseAsync(held.Lease, CancellationToken.None);
            }
        }
        catch (Exception fault)
        {
            LogNotReleased(held.Lease.EpisodeId, fault.Message);
        }
        _leases.Forget(held);
    }

    private string GivenUp(string id) => _faults.TryRemove(id, out var fault)
        ? $"Going on with it failed three times: {fault}"
        : "The process that ran it ended three times before the next step was stored. Ask again; should it happen again, look at the log for the reason.";

    [LoggerMessage(Level = LogLevel.Information, Message = "Episode {EpisodeId} was left by another process and goes on here.")]
    private partial void LogResumed(string episodeId);

    [LoggerMessage(Level = LogLevel.Information, Message = "Episode {EpisodeId} is let go of.")]
    private partial void LogLetGo(string episodeId);

    [LoggerMessage(Level = LogLevel.Error, Message = "Episode {EpisodeId} cannot go on for now.")]
    private partial void LogNotGoingOn(string episodeId, Exception fault);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The lease of episode {EpisodeId} was not given back and runs out by itself: {Reason}")]
    private partial void LogNotReleased(string episodeId, string reason);
}
