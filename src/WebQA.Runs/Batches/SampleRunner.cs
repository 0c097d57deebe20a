using WebQA.Core.Episodes;
using WebQA.Runs.Answers;
using WebQA.Runs.Hosting;

namespace WebQA.Runs.Batches;

/// <summary>Runs one episode of a batch to its end, or takes the end that the store has already.</summary>
internal sealed class SampleRunner(EpisodeHost host, EpisodeReader reader, IEpisodeStore store)
{
    /// <summary>The document of an episode, times included.</summary>
    /// <exception cref="BatchException">It did not end.</exception>
    public async Task<AnswerDocument> RunAsync(EpisodeSetup setup, CancellationToken cancellationToken)
    {
        if (await FindAsync(setup.Id, cancellationToken) is { Outcome: not null } finished)
        {
            return finished;
        }
        await host.CompleteAsync(setup, cancellationToken);
        return await FindAsync(setup.Id, cancellationToken) is { Outcome: not null } ended
            ? ended
            : throw new BatchException(
                $"Question '{setup.Question.Id}', sample {setup.Sample}, did not end: {host.FaultOf(setup.Id) ?? "another process runs its episode."} "
                + "What has ended is kept; run the same folder again to go on.");
    }

    /// <summary>The document of a stored episode; null where the store has none.</summary>
    public async Task<AnswerDocument?> FindAsync(string storedId, CancellationToken cancellationToken) =>
        await store.FindAsync(storedId, cancellationToken) is { } summary && await reader.ReadAsync(storedId, cancellationToken) is { } state
            ? AnswerDocument.Of(state, summary) with { Episode = storedId[(storedId.LastIndexOf('.') + 1)..] }
            : null;
}
