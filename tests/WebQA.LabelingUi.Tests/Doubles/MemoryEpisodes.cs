using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using WebQA.Core.Episodes;
using WebQA.Core.Questions;

namespace WebQA.LabelingUi.Tests.Doubles;

/// <summary>Runs episodes with the real engine and keeps their events in memory.</summary>
internal sealed class MemoryEpisodes(IEnvironmentCatalog environments, IPolicyCatalog policies, TimeProvider clock) : IEpisodeHost, IEpisodeStore, IDisposable
{
    private readonly ConcurrentDictionary<string, Entry> _entries = new();
    private int _count;

    /// <summary>Why nothing can be started; null where it can.</summary>
    public string? Refusal { get; set; }

    private sealed class Entry(EpisodeSetup setup)
    {
        public EpisodeSetup Setup { get; } = setup;

        public List<StoredEvent> Events { get; } = [];

        public EpisodeControl Control { get; } = new();

        public bool IsRunning { get; set; }

        public TaskCompletionSource Signal { get; set; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private sealed class Journal(MemoryEpisodes owner, Entry entry) : IEpisodeJournal
    {
        public Task AppendAsync(EpisodeEvent episodeEvent, CancellationToken cancellationToken = default)
        {
            owner.Append(entry, episodeEvent);
            return Task.CompletedTask;
        }
    }

    public async Task<string> StartAsync(EpisodeRequest request, CancellationToken cancellationToken = default)
    {
        if (Refusal is { } refusal)
        {
            throw new HostRefusedException(refusal);
        }
        var question = QuestionText.Parse(request.Question);
        var environment = environments.Get(request.Environment ?? environments.Environments[0].Name);
        var policy = policies.Create(request.Policy ?? policies.Policies[0].Name, request.Seed, request.Temperature);
        var entry = Add(new EpisodeSetup
        {
            Id = $"e{Interlocked.Increment(ref _count)}",
            Question = question,
            Environment = environment.Info.Name,
            Policy = policy.Info.Name,
            Seed = request.Seed,
            Limits = request.Limits,
            FollowUpOf = request.FollowUpOf,
            InitialReferences = request.FollowUpOf is { } earlier && _entries.TryGetValue(earlier, out var before) ? (await StateAsync(before)).References : [],
        });
        Run(entry);
        return entry.Setup.Id;
    }

    /// <summary>An episode as a crash left it: started, a few steps, nobody runs it.</summary>
    public async Task<string> InterruptedAsync(string question, int steps)
    {
        var entry = Add(new EpisodeSetup { Id = $"e{Interlocked.Increment(ref _count)}", Question = QuestionText.Parse(question), Environment = environments.Environments[0].Name, Policy = policies.Policies[0].Name });
        var episode = Episode.Begin(entry.Setup, environments.Get(entry.Setup.Environment), new Journal(this, entry), clock);
        for (var i = 0; i < steps; i++)
        {
            await episode.ApplyAsync(new PolicyDecision(ScriptedPolicies.Script[i]));
        }
        return entry.Setup.Id;
    }

    public Task StopAsync(string episodeId, CancellationToken cancellationToken = default) => RequestAsync(episodeId, ControlRequest.Stop, cancellationToken);

    public Task AnswerNowAsync(string episodeId, CancellationToken cancellationToken = default) => RequestAsync(episodeId, ControlRequest.AnswerNow, cancellationToken);

    public Task<bool> ContinueAsync(string episodeId, CancellationToken cancellationToken = default)
    {
        if (!_entries.TryGetValue(episodeId, out var entry) || entry.IsRunning || entry.Events[^1].Event is EpisodeEnded)
        {
            return Task.FromResult(false);
        }
        Run(entry);
        return Task.FromResult(true);
    }

    public async IAsyncEnumerable<StoredEvent> WatchAsync(string episodeId, int after = -1, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var entry = _entries[episodeId];
        while (true)
        {
            var signal = entry.Signal.Task;
            foreach (var stored in await ReadAsync(episodeId, after, cancellationToken))
            {
                after = stored.Sequence;
                yield return stored;
                if (stored.Event is EpisodeEnded)
                {
                    yield break;
                }
            }
            await signal.WaitAsync(cancellationToken);
        }
    }

    public Task<IReadOnlyList<StoredEvent>> ReadAsync(string episodeId, int after = -1, CancellationToken cancellationToken = default)
    {
        if (!_entries.TryGetValue(episodeId, out var entry))
        {
            return Task.FromResult<IReadOnlyList<StoredEvent>>([]);
        }
        lock (entry)
        {
            return Task.FromResult<IReadOnlyList<StoredEvent>>([.. entry.Events.Where(e => e.Sequence > after)]);
        }
    }

    public Task<EpisodeSummary?> FindAsync(string episodeId, CancellationToken cancellationToken = default) =>
        Task.FromResult(_entries.TryGetValue(episodeId, out var entry) ? Summary(entry) : null);

    public Task<IReadOnlyList<EpisodeSummary>> ListAsync(EpisodeQuery query, CancellationToken cancellationToken = default) =>
        Task.FromResult<IReadOnlyList<EpisodeSummary>>([.. _entries.Values.Select(Summary)
            .Where(e => query.Text is null || e.Question.Contains(query.Text, StringComparison.OrdinalIgnoreCase))
            .Where(e => query.Before is null || e.StartedAt < query.Before)
            .OrderByDescending(e => e.StartedAt).Take(query.Count)]);

    public Task<bool> HasReadAsync(string ownerId, string pageSha256, CancellationToken cancellationToken = default) => Task.FromResult(
        _entries.Values.Any(entry => entry.Setup.OwnerId == ownerId && entry.Events.Any(stored => stored.Event is StepTaken step && step.PageSha256 == pageSha256)));

    public Task<bool> DeleteAsync(string episodeId, CancellationToken cancellationToken = default) => _entries.TryGetValue(episodeId, out var entry) && entry.IsRunning
        ? throw new InvalidOperationException("The episode is running; stop it first.")
        : Task.FromResult(_entries.TryRemove(episodeId, out _));

    public Task RequestAsync(string episodeId, ControlRequest request, CancellationToken cancellationToken = default)
    {
        _entries[episodeId].Control.Request(request);
        return Task.CompletedTask;
    }

    public Task<EpisodeLease> CreateAsync(EpisodeSetup setup, string owner, HostedBy hostedBy, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task AppendAsync(EpisodeLease lease, int sequence, EpisodeEvent episodeEvent, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<EpisodeLease?> TryClaimAsync(string episodeId, string owner, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<ControlRequest?> RenewAsync(EpisodeLease lease, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task ReleaseAsync(EpisodeLease lease, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<IReadOnlyList<string>> ListAbandonedAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<IReadOnlyList<string>> ListExhaustedAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

    private Entry Add(EpisodeSetup setup)
    {
        var entry = _entries[setup.Id] = new Entry(setup);
        Append(entry, new EpisodeStarted(setup));
        return entry;
    }

    private void Run(Entry entry)
    {
        entry.IsRunning = true;
        _ = Task.Run(async () =>
        {
            var policy = policies.Create(entry.Setup.Policy, entry.Setup.Seed, entry.Setup.Temperature);
            var episode = await Episode.RestoreAsync(entry.Events.Select(e => e.Event).ToList(), environments.Get(entry.Setup.Environment), new Journal(this, entry), clock);
            await foreach (var _ in EpisodeRunner.RunAsync(episode, policy, entry.Control, clock))
            {
            }
            entry.IsRunning = false;
        });
    }

    private void Append(Entry entry, EpisodeEvent episodeEvent)
    {
        TaskCompletionSource signal;
        lock (entry)
        {
            entry.Events.Add(new StoredEvent(entry.Events.Count, clock.GetUtcNow(), episodeEvent));
            entry.IsRunning &= episodeEvent is not EpisodeEnded;
            signal = entry.Signal;
            entry.Signal = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
        signal.SetResult();
    }

    private async Task<EpisodeState> StateAsync(Entry entry) =>
        await EpisodeReplay.FoldAsync(entry.Events.Select(e => e.Event), environments.Get(entry.Setup.Environment).ReadAsync);

    private static EpisodeSummary Summary(Entry entry)
    {
        lock (entry)
        {
            var ended = entry.Events.Select(e => e.Event).OfType<EpisodeEnded>().FirstOrDefault();
            return new EpisodeSummary(
                entry.Setup.Id, entry.Setup.Question.Text, entry.Setup.Environment, entry.Setup.Policy, entry.Setup.Seed,
                ended is not null ? EpisodePhase.Ended : entry.IsRunning ? EpisodePhase.Running : EpisodePhase.Interrupted,
                ended?.Outcome, ended?.Reason,
                entry.Events.Count(e => e.Event is StepTaken), entry.Events.Count(e => e.Event is StepTaken { QuoteStart: not null }),
                entry.Events[0].At, ended is null ? null : entry.Events[^1].At, null, entry.Setup.FollowUpOf, null);
        }
    }

    public void Dispose()
    {
        foreach (var entry in _entries.Values)
        {
            entry.Control.Dispose();
        }
    }
}
