using System.Text.Json;

namespace WebQA.Cli.Tests.Commands;

public class RunTests(TinyWeb web) : IClassFixture<TinyWeb>
{
    [Fact]
    public async Task Every_question_gets_a_line_abstentions_included_and_the_same_command_again_changes_nothing()
    {
        var questions = await WriteAsync(
            "questions.jsonl",
            $"{{\"id\": \"gifts\", \"question\": \"{TinyWeb.Question}\"}}\n{{\"id\": \"moons\", \"question\": \"How many moons does Jupiter have according to the newest count?\"}}\n");
        var folder = Path.Combine(web.Data, "run");

        var first = await web.RunAsync("run", questions, "--environment", TinyWeb.Name, "--out", folder);

        Assert.True(first.ExitCode == 0, first.Error);
        Assert.Equal($"2 lines in {folder}: 1 answered, 1 not_enough_evidence\n", first.Out);
        Assert.Contains("2 of 2, 1 answered", first.Error, StringComparison.Ordinal);
        var answers = await File.ReadAllTextAsync(Path.Combine(folder, "answers.jsonl"));
        Assert.Equal(["answered", "not_enough_evidence"], answers.TrimEnd().Split('\n').Select(line => JsonDocument.Parse(line).RootElement.GetProperty("outcome").GetString()));

        var again = await web.RunAsync("run", questions, "--environment", TinyWeb.Name, "--out", folder);
        Assert.Equal(0, again.ExitCode);
        Assert.Equal(answers, await File.ReadAllTextAsync(Path.Combine(folder, "answers.jsonl")));
    }

    [Fact]
    public async Task A_line_that_is_no_question_is_named_before_anything_runs()
    {
        var questions = await WriteAsync("broken.jsonl", "{\"question\": \"Why do crows leave gifts?\"}\n{\"query\": \"no\"}\n");

        var run = await web.RunAsync("run", questions, "--environment", TinyWeb.Name, "--out", Path.Combine(web.Data, "never"));

        Assert.Equal(
            new CliRun(2, string.Empty, $"The questions {questions} cannot be run; nothing was started.\nline 2: it has neither 'question' nor 'text'.\n"), run);
        Assert.False(Directory.Exists(Path.Combine(web.Data, "never")));
    }

    [Fact]
    public async Task The_folder_of_the_results_must_be_named()
    {
        var run = await web.RunAsync("run", "questions.jsonl");

        Assert.Equal(new CliRun(2, string.Empty, "Option '--out' is required. See 'webqa run --help'.\n"), run);
    }

    private async Task<string> WriteAsync(string name, string lines)
    {
        var path = Path.Combine(web.Data, name);
        await File.WriteAllTextAsync(path, lines);
        return path;
    }
}
