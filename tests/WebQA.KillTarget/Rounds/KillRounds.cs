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
            await using var provider = Reader(data);
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
            return await CountAsync(provider, rounds, interrupted, cancellationToken);
        }
        finally
        {
            Delete(data);
        }
    }

    /// <summary>Lets several processes run episodes on one folder at the same time.</summary>
    public static async Task<KillFigures> ShareAsync(int processes, CancellationToken cancellationToken)
    {
        var data = Directory.CreateTempSubdirectory("webqa-share-").FullName;
        var victims = new List<Victim>();
        try
        {
            await using var provider = Reader(data);
            // All start at once, so that they also make the database at once.
            victims.AddRange(await Task.WhenAll(Enumerable.Range(0, processes).Select(_ => Victim.StartAsync(data, PauseMilliseconds, EpisodesARound, cancellationToken))));
            return await CountAsync(provider, kills: 0, interrupted: 0, cancellationToken);
        }
        finally
        {
            victims.ForEach(v => v.Dispose());
            Delete(data);
        }
    }

    /// <summary>The store of the folder, seen from this process, which runs nothing.</summary>
    public static ServiceProvider Reader(string data)
    {
        var services = new ServiceCollection();
        VictimHost.AddTo(services, data, TimeSpan.Zero);
        return services.BuildServiceProvider();
    }

    /// <summary>Deletes a folder of this program's own.</summary>
    public static void Delete(string data)
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(data, recursive: true);
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

    /// <summary>Waits until all have ended, then counts.</summary>
    private static async Task<KillFigures> CountAsync(ServiceProvider provider, int kills, int interrupted, CancellationToken cancellationToken)
    {
        var (store, reader) = (provider.GetRequiredService<IEpisodeStore>(), provider.GetRequiredService<EpisodeReader>());
        while ((await UnendedAsync(store, cancellationToken)).Count > 0)
        {
            await Task.Delay(100, cancellationToken);
        }
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
