using System.Text.Json;

namespace WebQA.Cli.Tests.Commands;

/// <summary>Comparisons that people made go into a project and come out again.</summary>
public sealed class ProjectExchangeTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("webqa-projects-");

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task The_people_s_comparisons_are_imported_listed_measured_and_exported_with_nothing_lost()
    {
        var source = Path.Combine(Repository.Shared, "data", "preferences", "pairs.jsonl");
        Assert.SkipUnless(File.Exists(source), $"The shared data is not at '{Repository.Shared}'. Set WEBQA_SHARED to its folder.");

        var first = await RunAsync("import", source, "--from", "webqa", "--project", "people");
        var again = await RunAsync("import", source, "--from", "webqa", "--project", "people");
        var stats = JsonDocument.Parse((await RunAsync("feedback", "stats", "--project", "people", "--json", "-")).Out).RootElement.GetProperty("sets")[0];
        await RunAsync("export", "--project", "people", "--to", "webqa", "--out", Target);

        Assert.Equal("3165 of 3165 comparisons taken into the new project 'people', 3165 new pairs of answers.\n", first.Error);
        Assert.Equal("0 of 3165 comparisons taken into the project 'people', 0 new pairs of answers. 3165 were there already.\n", again.Error);
        Assert.Equal((3_165, 1_034, 1_518, 206), (Number(stats, "comparisons"), Number(stats, "questions"), Number(stats, "with_references"), Number(stats, "ties")));
        Assert.Equal(0.546, stats.GetProperty("first").GetProperty("rate").GetProperty("estimate").GetDouble(), 0.0005);
        Assert.Equal(0.601, stats.GetProperty("longer_by_characters").GetProperty("rate").GetProperty("estimate").GetDouble(), 0.0005);
        var (given, back) = (await File.ReadAllLinesAsync(source), await File.ReadAllLinesAsync(Target));
        Assert.Equal(given.Select(Fields), back.Select(Fields));
    }

    [Fact]
    public async Task A_project_names_guidelines_that_exist_and_what_comes_before_its_tasks()
    {
        var unknown = await RunAsync("feedback", "create", "--project", "crows", "--guidelines", "9", "--trial", "10");
        var made = await RunAsync("feedback", "create", "--project", "crows", "--require-guidelines", "--trial", "10", "--trial-mark", "0.8");

        Assert.Equal(
            (2, "There are no guidelines 'comparison', version '9'. There is version 1; another goes to data/guidelines/comparison.\n"), (unknown.ExitCode, unknown.Error));
        Assert.Equal((0, "The project 'crows' is made.\n"), (made.ExitCode, made.Error));
        await using var database = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Directory.EnumerateFiles(_folder.FullName, "webqa.db", SearchOption.AllDirectories).Single()}");
        await database.OpenAsync();
        await using var rules = database.CreateCommand();
        rules.CommandText = "select requires_guidelines || ' ' || trial_tasks || ' ' || trial_pass_mark from admission_rule";
        Assert.Equal("1 10 0.8", await rules.ExecuteScalarAsync());
    }

    [Fact]
    public async Task Projects_are_listed_and_those_that_are_not_there_are_named()
    {
        var none = await RunAsync("feedback", "list");
        await File.WriteAllTextAsync(Target, """{"id":"1","question":"Why?","answer_a":"A","answer_b":"B","preferred":"b"}""");
        await RunAsync("import", Target, "--from", "webqa", "--project", "crows");
        var list = await RunAsync("feedback", "list");
        var unknown = await RunAsync("export", "--project", "ravens", "--to", "webqa", "--out", Path.Combine(_folder.FullName, "out"));

        Assert.Equal("There is no project yet. 'webqa import FILE --from webqa --project NAME' makes one of a file.\n", none.Error);
        Assert.Equal(["crows", "Comparison", "1", "1", "1", "0", "0", "0", "1", "0"], list.Out.Split('\n')[1].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal((2, "There is no project 'ravens'.\n"), (unknown.ExitCode, unknown.Error));
        Assert.False(File.Exists(Path.Combine(_folder.FullName, "out")));
    }

    [Fact]
    public async Task A_bad_line_is_named_and_no_project_is_made()
    {
        await File.WriteAllTextAsync(Target, """{"id":"1","question":"Why?","answer_a":"A","answer_b":"B","preferred":"b"}""" + "\n{\"id\":\"2\"}\n");

        var run = await RunAsync("import", Target, "--from", "webqa", "--project", "crows");

        Assert.Equal((2, "Line 2: 'question' is missing.\n"), (run.ExitCode, run.Error));
        Assert.Equal("[]\n", (await RunAsync("feedback", "list", "--json", "-")).Out);
    }

    private string Target => Path.Combine(_folder.FullName, "file.jsonl");

    private Task<CliRun> RunAsync(params string[] args) => CliRun.InAsync(Path.Combine(_folder.FullName, "data"), args);

    private static int Number(JsonElement element, string name) => element.GetProperty(name).GetInt32();

    /// <summary>What a line of the file says, references aside where both sides share them.</summary>
    private static string Fields(string line)
    {
        var fields = JsonDocument.Parse(line).RootElement.EnumerateObject().Where(static f => f.Value.ValueKind != JsonValueKind.Null).ToDictionary(static f => f.Name, static f => f.Value);
        var references = fields.GetValueOrDefault("references", fields.GetValueOrDefault("references_a"));
        string[] kept = ["id", "set", "question", "answer_a", "answer_b", "preferred", "source_a", "source_b", "justification", "score_a", "score_b"];
        return JsonSerializer.Serialize(new
        {
            Kept = kept.Select(name => fields.GetValueOrDefault(name)).Select(static v => v.ValueKind == JsonValueKind.Undefined ? null : v.ToString()),
            References = references.ValueKind == JsonValueKind.Array ? references.EnumerateArray().Select(static r => r.GetProperty("title").GetString() + r.GetProperty("text").GetString()) : [],
        });
    }
}
