using System.Text.Json;

namespace WebQA.Cli.Tests.Commands;

public class EpisodeTests(TinyWeb web) : IClassFixture<TinyWeb>
{
    [Fact]
    public async Task An_episode_is_listed_shown_replayed_and_deleted()
    {
        var id = await web.AskAsync();

        var list = await web.RunAsync("episode", "list");
        Assert.Contains($"{id}  ", list.Out, StringComparison.Ordinal);
        Assert.Contains(TinyWeb.Question, list.Out, StringComparison.Ordinal);

        var show = await web.RunAsync("episode", "show", id);
        Assert.StartsWith(TinyWeb.Question + "\n", show.Out, StringComparison.Ordinal);
        Assert.Contains(", tiny-web, ranking, seed 0, answered\n", show.Out, StringComparison.Ordinal);

        var observation = await web.RunAsync("episode", "show", id, "--step", "1");
        Assert.StartsWith($"♦Question\n{TinyWeb.Question}\n\n♦Quotes\n", observation.Out, StringComparison.Ordinal);

        var replay = await web.RunAsync("episode", "replay", id);
        Assert.Equal(0, replay.ExitCode);
        Assert.Matches("^([0-9]+) of \\1 observations are the same byte for byte\\.\n([0-9]+) of \\2 quotes stand in the archived pages\\.\n$", replay.Out);

        Assert.Equal(new CliRun(0, string.Empty, $"Episode {id} is deleted.\n"), await web.RunAsync("episode", "delete", id));
        Assert.Equal(
            new CliRun(2, string.Empty, $"There is no episode '{id}' in this data folder. 'webqa episode list' names those there are.\n"),
            await web.RunAsync("episode", "show", id));
    }

    [Fact]
    public async Task The_list_as_json_is_all_that_stdout_holds()
    {
        var id = await web.AskAsync("--seed", "7");

        var run = await web.RunAsync("episode", "list", "--json", "-");

        using var json = JsonDocument.Parse(run.Out);
        var episode = Assert.Single(json.RootElement.EnumerateArray(), e => e.GetProperty("id").GetString() == id);
        Assert.Equal("answered", episode.GetProperty("outcome").GetString());
        Assert.Equal(7, episode.GetProperty("seed").GetInt64());
    }

    [Fact]
    public async Task A_step_that_was_not_taken_cannot_be_shown()
    {
        var id = await web.AskAsync("--max-actions", "3");

        var run = await web.RunAsync("episode", "show", id, "--step", "9");

        Assert.Equal(new CliRun(2, string.Empty, $"Episode {id} has 3 steps; there is no step 9.\n"), run);
    }
}
