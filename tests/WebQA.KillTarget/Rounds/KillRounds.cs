using Microsoft.Extensions.DependencyInjection;
using WebQA.Core.Answers;
using WebQA.Core.Episodes;
using WebQA.KillTarget.Doubles;
using WebQA.Runs;

namespace WebQA.KillTarget.Rounds;

/// <summary>Kills a host in the middle of its episodes again and again, then lets the last one finish and counts.</summary>
internal static class KillRounds
{
    private const int EpisodesARound = 4;
    private const int PauseMilliseconds = 60;

    public static async Task<KillFigures> RunAsync(int rounds, CancellationToken cancellationToken)
    {
        var data = Directory.CreateTempSubdirectory("webqa-kill-").FullName;
        try
        {
            var services = new ServiceCollection();
            VictimHost.AddTo(services, data, TimeSpan.Zero);
            await using var provider = services.BuildServiceProvider();
            var store = provider.GetRequiredService<IEpisodeStore>();
            var moment = new Random(rounds);
            var interrupted = 0;
            for (var round = 0; round < rounds; round++)
            {
                using var victim = await Victim.StartAsync(data, PauseMilliseconds, EpisodesARound, cancellationToken);
                await AllMoveAsync(store, cancellationToken);
                await Task.Delay(moment.Next(2 * PauseMilliseconds), cancellationToken);
                await victim.KillAsync(cancellationToken);
                interrupted += (await UnendedAsync(store, cancellationToken)).Count;
            }
            using var last = await Victim.StartAsync(data, PauseMilliseconds, 0, cancellationToken);
            while ((await UnendedAsync(store, cancellationToken)).Count > 0)
            {
                await Task.Delay(100, cancellationToken);
            }
            return await CountAsync(store, provider.GetRequiredService<EpisodeReader>(), rounds, interrupted, cancellationToken);
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(data, recursive: true);
        }
    }

    /// <summary>Waits until every episode has stored an event more, so that three kills in a row without progress, which end an episode, cannot come of a slow machine.</summary>
    private static async Task AllMoveAsync(IEpisodeStore store, CancellationToken cancellationToken)
    {
        var before = await UnendedAsync(store, cancellationToken);
        while ((await UnendedAsync(store, cancellationToken)).Any(now => before.TryGetValue(now.Key, out var steps) && steps == now.Value))
        {
            await Task.Delay(10, cancellationToken);
        }
    }

    private static async Task<Dictionary<string, int>> UnendedAsync(IEpisodeStore store, CancellationToken cancellationToken) =>
        (await store.ListAsync(new EpisodeQuery(Count: int.MaxValue), cancellationToken)).Where(e => e.Phase != EpisodePhase.Ended).ToDictionary(e => e.Id, e => e.Steps);

    private static async Task<KillFigures> CountAsync(IEpisodeStore store, EpisodeReader reader, int kills, int interrupted, CancellationToken cancellationToken)
    {
        var episodes = await store.ListAsync(new EpisodeQuery(Count: int.MaxValue), cancellationToken);
        var figures = new KillFigures(kills, episodes.Count, interrupted, 0, episodes.Count(e => e.Outcome != Outcome.Answered), 0, 0, 0);
        foreach (var episode in episodes)
        {
            var taken = (await store.ReadAsync(episode.Id, cancellationToken: cancellationToken)).Select(e => e.Event).OfType<StepTaken>().Select(s => s.Command).ToList();
            var script = ScriptedPolicy.Commands(episode.Seed);
            var state = await reader.ReadAsync(episode.Id, cancellationToken);
            figures = figures with
            {
                Steps = figures.Steps + taken.Count,
                StepsLost = figures.StepsLost + script.Except(taken, StringComparer.Ordinal).Count(),
                StepsDoubled = figures.StepsDoubled + taken.Count - taken.Distinct(StringComparer.Ordinal).Count(),
                ReplayDifferences = figures.ReplayDifferences + EpisodeReader.Differences(state!).Count,
            };
        }
        return figures;
    }
}
