using System.Text.Json;
using WebQA.KillTarget.Rounds;

namespace WebQA.Runs.Tests.Hosting;

public sealed class KillTests(ITestOutputHelper output)
{
    /// <summary>Five rounds with a real process; <c>.ci/long kill</c> has fifty.</summary>
    [Fact]
    public async Task Episodes_of_a_killed_process_go_on_by_themselves_and_no_step_is_lost_or_doubled()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(3));

        var figures = await KillRounds.RunAsync(5, limit.Token);

        output.WriteLine(JsonSerializer.Serialize(figures, KillFigures.Json));
        Assert.True(figures.IsClean, figures.ToString());
        Assert.Equal((5, 20), (figures.Kills, figures.Episodes));
        Assert.True(figures.Interrupted >= 10, $"Only {figures.Interrupted} episodes were in the middle when their host was killed.");
    }

    [Fact]
    public async Task Two_processes_run_their_episodes_on_one_folder()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));

        var figures = await KillRounds.ShareAsync(2, limit.Token);

        Assert.True(figures.IsClean, figures.ToString());
        Assert.Equal(8, figures.Episodes);
    }
}
