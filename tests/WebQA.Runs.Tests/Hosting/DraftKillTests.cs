using System.Text.Json;
using WebQA.KillTarget.Rounds;

namespace WebQA.Runs.Tests.Hosting;

public sealed class DraftKillTests(ITestOutputHelper output)
{
    /// <summary>Three rounds with a real process; <c>.ci/long drafts</c> has twenty.</summary>
    [Fact]
    public async Task What_a_killed_process_had_said_was_saved_is_there()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));

        var figures = await DraftRounds.RunAsync(3, limit.Token);

        output.WriteLine(JsonSerializer.Serialize(figures, KillFigures.Json));
        Assert.True(figures.IsClean, figures.ToString());
        Assert.Equal(3, figures.Kills);
        Assert.True(figures.Saves >= 50, $"Only {figures.Saves} changes were saved in all rounds.");
    }
}
