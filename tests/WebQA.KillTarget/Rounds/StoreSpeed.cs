using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using WebQA.Core.Episodes;
using WebQA.Core.Questions;

namespace WebQA.KillTarget.Rounds;

/// <summary>How many steps the real store takes, each committed before the next of its episode.</summary>
internal static class StoreSpeed
{
    private const int Episodes = 64;
    private const int StepsEach = 200;

    /// <summary>Steps a second with 64 concurrent episodes.</summary>
    public static async Task<double> MeasureAsync(CancellationToken cancellationToken)
    {
        var data = Directory.CreateTempSubdirectory("webqa-speed-").FullName;
        try
        {
            await using var provider = KillRounds.Reader(data);
            var store = provider.GetRequiredService<IEpisodeStore>();
            var leases = new List<EpisodeLease>();
            for (var i = 0; i < Episodes; i++)
            {
                var setup = new EpisodeSetup { Id = $"e{i}", Question = new Question("q", "Why?"), Environment = "none", Policy = "none" };
                leases.Add(await store.CreateAsync(setup, "speed", HostedBy.Command, cancellationToken));
            }
            var started = Stopwatch.GetTimestamp();
            await Task.WhenAll(leases.Select(lease => StoreAsync(store, lease, cancellationToken)));
            return Episodes * StepsEach / Stopwatch.GetElapsedTime(started).TotalSeconds;
        }
        finally
        {
            KillRounds.Delete(data);
        }
    }

    private static async Task StoreAsync(IEpisodeStore store, EpisodeLease lease, CancellationToken cancellationToken)
    {
        for (var number = 1; number <= StepsEach; number++)
        {
            var step = new StepTaken
            {
                Number = number, Command = "Scrolled down 1", Result = StepResult.Ok, ObservationSha256 = new string('a', 64), PageSha256 = new string('b', 64),
            };
            await store.AppendAsync(lease, number, step, cancellationToken);
        }
    }
}
