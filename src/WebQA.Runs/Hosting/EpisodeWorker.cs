using Microsoft.Extensions.Options;
using WebQA.Core.Answers;
using WebQA.Core.Episodes;

namespace WebQA.Runs.Hosting;

/// <summary>Runs one leased episode from where its events left it to its end.</summary>
internal sealed class EpisodeWorker(
    IEpisodeStore store, IEnvironmentCatalog environments, IPolicyCatalog policies, IOptions<EpisodeHostOptions> options, TimeProvider clock)
{
    /// <summary>Runs the episode. A failing policy or environment ends it as failed, with its message.</summary>
    /// <exception cref="ResumeException">What was stored of it cannot be taken up; nothing was written.</exception>
    /// <exception cref="JournalException">The store cannot be written.</exception>
    /// <exception cref="LeaseLostException">Another process runs it now.</exception>
    public async Task RunAsync(EpisodeLease lease, EpisodeControl control, CancellationToken cancellationToken)
    {
        var events = await store.ReadAsync(lease.EpisodeId, cancellationToken: cancellationToken);
        var journal = new StoreJournal(store, lease, events.Count);
        var (episode, policy) = await TakeUpAsync(events, journal, cancellationToken);
        if (episode is null || policy is null)
        {
            return;
        }
        try
        {
            await foreach (var _ in EpisodeRunner.RunAsync(episode, policy, control, clock, cancellationToken))
            {
                // Each step is stored; watchers read it from there.
            }
        }
        catch (Exception fault) when (IsEpisodes(fault, cancellationToken))
        {
            await episode.EndAsync(Failed(fault), cancellationToken);
        }
    }

    /// <summary>Ends an episode that is given up.</summary>
    public async Task GiveUpAsync(EpisodeLease lease, string reason, CancellationToken cancellationToken)
    {
        var events = await store.ReadAsync(lease.EpisodeId, cancellationToken: cancellationToken);
        await store.AppendAsync(lease, events.Count, new EpisodeEnded(Outcome.Failed, reason), cancellationToken);
    }

    private async Task<(Episode? Episode, IPolicy? Policy)> TakeUpAsync(
        IReadOnlyList<StoredEvent> events, StoreJournal journal, CancellationToken cancellationToken)
    {
        try
        {
            if (events is not [{ Event: EpisodeStarted { Setup: var setup } }, ..])
            {
                throw new InvalidDataException("Its record does not begin with a start.");
            }
            var environment = environments.Get(setup.Environment).For(setup.Question);
            var policy = Guarded(policies.Create(setup.Policy, setup.Seed, setup.Temperature));
            return (await Episode.RestoreAsync(events.Select(e => e.Event), environment, journal, clock, cancellationToken), policy);
        }
        catch (Exception fault) when (IsEpisodes(fault, cancellationToken))
        {
            // Before the first step there is nothing that a later try could save.
            if (events.Count != 1)
            {
                throw new ResumeException(fault);
            }
            await journal.AppendAsync(Failed(fault), cancellationToken);
            return default;
        }
    }

    private IPolicy Guarded(IPolicy policy) => options.Value.MaxLoops is > 0 and var loops ? new LoopGuardPolicy(policy, loops) : policy;

    private static bool IsEpisodes(Exception fault, CancellationToken cancellationToken) => fault switch
    {
        JournalException or LeaseLostException => false,
        OperationCanceledException => !cancellationToken.IsCancellationRequested,
        _ => true,
    };

    private static EpisodeEnded Failed(Exception fault) => new(
        Outcome.Failed,
        fault is OperationCanceledException ? "The policy or the environment did not reply in time. Ask again; if it happens again, look at the log." : fault.Message);
}

/// <summary>A stored episode cannot be taken up; the message says why.</summary>
internal sealed class ResumeException(Exception innerException) : Exception(innerException.Message, innerException);
