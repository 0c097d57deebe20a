using System.Text.Json;

namespace WebQA.Cli.Tests.Commands;

public sealed class RewardScoreTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("webqa-reward-score-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Pairs_nobody_judged_are_scored_by_the_shipped_model_and_sides_do_not_matter()
    {
        var (pairs, target) = await PairsAsync(
            """{"id":"1","question":"Why is the sky blue?","answer_a":"Air scatters blue light more than red [1].","answer_b":"No idea.","references":[{"title":"Sky","text":"Air scatters blue light more than red."}]}""",
            "",
            """{"id":"2","question":"Why is the sky blue?","answer_a":"No idea.","answer_b":"Air scatters blue light more than red [1].","references":[{"text":"Air scatters blue light more than red."}]}""",
            """{"question":"Why?","answer_a":"Same.","answer_b":"Same."}""");

        var run = await CliRun.OfAsync("reward", "score", "--pairs", pairs, "--out", target);

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Matches("^3 pairs scored by webqa-reward-[0-9a-f]{8}@[0-9a-f]{12}.\n$", run.Error);
        var lines = (await File.ReadAllLinesAsync(target)).Select(static l => JsonDocument.Parse(l).RootElement).ToList();
        Assert.Equal(["1", "2", "4"], lines.Select(static l => l.GetProperty("id").GetString()));
        Assert.Equal(Number(lines[0], "reward_a"), Number(lines[1], "reward_b"), 1e-5);
        Assert.Equal(1, Number(lines[0], "probability_a") + Number(lines[1], "probability_a"), 1e-5);
        Assert.Equal(0.5, Number(lines[2], "probability_a"));
        Assert.Equal(5, lines[0].GetProperty("members_a").GetArrayLength());
    }

    [Fact]
    public async Task A_line_without_an_answer_is_named()
    {
        var (pairs, _) = await PairsAsync("""{"question":"Why?","answer_a":"A"}""");

        var run = await CliRun.OfAsync("reward", "score", "--pairs", pairs);

        Assert.Equal((2, "Line 1: 'answer_b' is missing.\n"), (run.ExitCode, run.Error));
    }

    [Fact]
    public async Task Too_few_comparisons_to_learn_from_are_refused_before_anything_is_fitted()
    {
        var (pairs, _) = await PairsAsync("""{"id":"1","question":"Why?","answer_a":"A","answer_b":"B","preferred":"b"}""");
        var trainer = new FileInfo(Path.Combine(Repository.Root, "artifacts", "bin", "WebQA.Trainer", "debug", "WebQA.Trainer.dll"));
        Assert.SkipUnless(trainer.Exists, "The trainer is not built: 'dotnet build src/WebQA.Trainer'.");

        var run = await CliRun.OfAsync("train", "reward", "--data", pairs, "--out", Path.Combine(_folder.FullName, "model"));

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("There are 1 comparisons that can be used; fitting needs 50 and more", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_folder.FullName, "model")));
    }

    private static double Number(JsonElement line, string name) => line.GetProperty(name).GetDouble();

    private async Task<(string Pairs, string Target)> PairsAsync(params string[] lines)
    {
        var pairs = Path.Combine(_folder.FullName, "pairs.jsonl");
        await File.WriteAllLinesAsync(pairs, lines);
        return (pairs, Path.Combine(_folder.FullName, "rewards.jsonl"));
    }
}
