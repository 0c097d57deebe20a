using System.Text.Json;
using System.Text.Json.Nodes;

namespace WebQA.Cli.Tests.Commands;

/// <summary>The samples of a run become tasks, and simulated labelers judge them in public.</summary>
public sealed class CompareTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("webqa-compare-");

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Samples_of_a_run_are_compared_by_simulated_labelers_whose_work_stays_apart_from_people_s()
    {
        await RunFolderAsync("Crows do [1].", "Crows do [1], and it is trade [2].", "Nobody knows.");

        var created = await RunAsync("compare", "create", "--run", _folder.FullName, "--project", "crows", "--pairs", "3", "--overlap", "2");
        var again = await RunAsync("compare", "create", "--run", _folder.FullName, "--project", "crows", "--pairs", "3");
        var simulated = await RunAsync("compare", "simulate", "--project", "crows", "--labelers", "2", "--seed", "4");
        var people = await RunAsync("export", "--project", "crows", "--to", "webqa", "--out", Target);
        var all = await RunAsync("export", "--project", "crows", "--to", "webqa", "--out", Target, "--made-by", "simulated");

        Assert.Equal("3 tasks of 3 answers added to the project 'crows'.\n", created.Error);
        Assert.Equal("0 tasks of 3 answers added to the project 'crows'. 3 were there already.\n", again.Error);
        Assert.StartsWith("6 simulated comparisons of 3 tasks. Utility: 1 for each claim whose evidence a reference holds + 0.25 for each reference cited", simulated.Error, StringComparison.Ordinal);
        Assert.Equal($"0 records of 0 comparisons written to {Target}.\n", people.Error);
        Assert.Equal($"6 records of 6 comparisons written to {Target}.\n", all.Error);
        var lines = (await File.ReadAllLinesAsync(Target)).Select(static line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.All(lines, static line => Assert.True(line.GetProperty("simulated").GetBoolean()));
        Assert.Contains(lines, static line => line.GetProperty("references_a").EnumerateArray().Any(static r => r.GetProperty("text_sha256").GetString()!.Length == 64));
        Assert.Contains("\"simulated\": 6", await File.ReadAllTextAsync($"{Target}.manifest.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_with_one_sample_a_question_has_nothing_to_compare()
    {
        await RunFolderAsync("Crows do [1].");

        var run = await RunAsync("compare", "create", "--run", _folder.FullName, "--project", "crows");
        var nothing = await RunAsync("compare", "create", "--run", "nowhere", "--project", "crows");

        Assert.Equal(2, run.ExitCode);
        Assert.Equal($"The run {_folder.FullName} has 1 answers and no two different ones to the same question. Run it with --n 2 or more and a temperature above 0.\n", run.Error);
        Assert.Equal($"There is no '{Path.Combine("nowhere", "answers.jsonl")}'. Name a folder that 'webqa run --out' has written.\n", nothing.Error);
        Assert.Equal("[]\n", (await RunAsync("feedback", "list", "--json", "-")).Out);
    }

    private string Target => Path.Combine(_folder.FullName, "out.jsonl");

    private Task<CliRun> RunAsync(params string[] args) => CliRun.InAsync(Path.Combine(_folder.FullName, "data"), args);

    /// <summary>A run of one question, each sample the golden answer with another text.</summary>
    private async Task RunFolderAsync(params string[] answers)
    {
        var golden = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "contracts", "golden", "answer.json"));
        await File.WriteAllLinesAsync(Path.Combine(_folder.FullName, "answers.jsonl"), answers.Select(answer =>
        {
            var document = JsonNode.Parse(golden)!;
            document["answer"] = answer;
            return document.ToJsonString();
        }));
    }
}
