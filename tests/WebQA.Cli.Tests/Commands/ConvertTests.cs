namespace WebQA.Cli.Tests.Commands;

public sealed class ConvertTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("webqa-convert-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Dropped_ties_are_counted_in_the_message_and_in_the_manifest()
    {
        var (source, target) = await SourceAsync(
            """{"id":"1","question":"Why?","answer_a":"A","answer_b":"B","preferred":"b"}""",
            """{"id":"2","question":"Why?","answer_a":"A","answer_b":"C","preferred":"tie"}""");

        var run = await CliRun.OfAsync("convert", source, "--from", "webqa", "--to", "trl", "--out", target);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal($"1 records of 2 comparisons written to {target}. 1 ties were dropped, since 'trl' cannot hold them; --ties expand keeps them.\n", run.Error);
        Assert.Equal("""{"prompt":"Why?◼","chosen":"B","rejected":"A"}""" + "\n", await File.ReadAllTextAsync(target));
        var manifest = await File.ReadAllTextAsync($"{target}.manifest.json");
        Assert.Contains("\"tie_policy\": \"drop\"", manifest, StringComparison.Ordinal);
        Assert.Contains("\"questions\": 1,\n  \"comparisons\": 2,\n  \"decided\": 1,\n  \"ties\": 1,\n  \"dropped_ties\": 1,\n  \"written\": 1\n", manifest, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bad_line_is_named_and_nothing_is_written()
    {
        var (source, target) = await SourceAsync("""{"id":"1","question":"Why?","answer_a":"A","preferred":"b"}""");

        var run = await CliRun.OfAsync("convert", source, "--from", "webqa", "--to", "webgpt", "--out", target);

        Assert.Equal((2, "Line 1: 'answer_b' is missing.\n"), (run.ExitCode, run.Error));
        Assert.Equal(["source"], _folder.GetFiles().Select(f => f.Name));
    }

    [Fact]
    public async Task An_unknown_form_is_answered_with_those_there_are()
    {
        var run = await CliRun.OfAsync("convert", "x", "--from", "csv", "--to", "webgpt", "--out", "y");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("'webgpt-flat'", run.Error, StringComparison.Ordinal);
    }

    private async Task<(string Source, string Target)> SourceAsync(params string[] lines)
    {
        var source = Path.Combine(_folder.FullName, "source");
        await File.WriteAllLinesAsync(source, lines);
        return (source, Path.Combine(_folder.FullName, "target"));
    }
}
