using WebQA.Core.BestOfN;
using WebQA.Core.Episodes;
using WebQA.Runs.Answers;
using WebQA.Runs.Batches;
using WebQA.Runs.Hosting;

namespace WebQA.Runs.BestOfN;

/// <summary>Asks one question n times at once and chooses the best answer: each sample is a whole episode of its own, stored as any other. Thread-safe.</summary>
/// <remarks>WebGPT §3.2. All samples share the archive and the caches of the environment.</remarks>
public sealed class BestOfNRunner(IEpisodeHost host, EpisodeReader reader, IEpisodeStore store, AnswerSelector selector)
{
    /// <summary>Runs the samples to their ends and chooses.</summary>
    /// <param name="request">What is asked; its seed is the seed of the group.</param>
    /// <param name="questionId">The question's id, from which the samples' seeds follow.</param>
    /// <param name="count">Samples, at least 1.</param>
    /// <param name="strategy">How to choose.</param>
    /// <param name="progress">Told of each sample that ends.</param>
    /// <param name="stopping">Stops what still runs; those that have ended are chosen among.</param>
    /// <exception cref="HostRefusedException">Nothing can be started now.</exception>
    /// <exception cref="TimeoutException">A sample did not end within the given time after a stop.</exception>
    public async Task<BestOfNResult> RunAsync(
        EpisodeRequest request, string questionId, int count, SelectionStrategy strategy, IProgress<SampleEnded>? progress, CancellationToken stopping)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var started = new List<Task<EpisodeState>>();
        try
        {
            for (var sample = 0; sample < count && (sample == 0 || !stopping.IsCancellationRequested); sample++)
            {
                var id = await host.StartAsync(request with { Seed = SampleIds.Seed(request.Seed, questionId, sample) }, CancellationToken.None);
                started.Add(FinishAsync(id, sample, progress, stopping));
            }
        }
        catch (HostRefusedException) when (started.Count > 0)
        {
            // A full host or disk: the samples that could begin are chosen among, and their number is told.
        }
        var states = await Task.WhenAll(started);
        var selection = await selector.SelectAsync([.. states.Select(Candidate.Of)], strategy, CancellationToken.None);
        var summary = await store.FindAsync(states[selection.Winner].Setup.Id, CancellationToken.None);
        return new BestOfNResult(states[selection.Winner], AnswerDocument.Of(states[selection.Winner], summary!).ChosenFrom(states, selection), selection);
    }

    private async Task<EpisodeState> FinishAsync(string id, int sample, IProgress<SampleEnded>? progress, CancellationToken stopping)
    {
        await host.FollowAsync(
            id,
            told =>
            {
                if (told is EpisodeEnded ended)
                {
                    progress?.Report(new SampleEnded(sample, id, ended.Outcome));
                }
            },
            stopping);
        return (await reader.ReadAsync(id, CancellationToken.None))!;
    }
}
