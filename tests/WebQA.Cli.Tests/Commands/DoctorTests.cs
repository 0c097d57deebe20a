using System.Text.Json;

namespace WebQA.Cli.Tests.Commands;

public class DoctorTests(TinyWeb web) : IClassFixture<TinyWeb>
{
    [Fact]
    public async Task Each_part_of_the_machine_has_its_line()
    {
        var run = await web.RunAsync("doctor", "--json", "-");

        using var findings = JsonDocument.Parse(run.Out);
        var byName = findings.RootElement.EnumerateArray().ToLookup(f => f.GetProperty("name").GetString(), f => f.GetProperty("status").GetString());
        Assert.Equal([".NET", "Data folder", "Environment", "Embedder", "PDF reader", "Chromium", "Search engine"], byName.Select(f => f.Key));
        Assert.Equal(Enumerable.Repeat("ok", 7), byName["Environment"]); // The mini web, five live webs, and the one of the tests.
        Assert.Equal(["ok"], byName["Embedder"]);
        Assert.Equal(["ok"], byName["PDF reader"]);
        Assert.Equal(["ok", "off", "off", "off", "ok", "off", "off", "off"], byName["Search engine"]);
        Assert.Equal(byName["Chromium"].Single() == "missing" ? 1 : 0, run.ExitCode);
    }

    [Fact]
    public async Task A_broken_environment_is_missing_with_every_fault_and_the_others_work()
    {
        using var other = new TinyWeb();
        var file = Path.Combine(other.Data, "environments", "broken", "environment.json");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllTextAsync(file, """{ "version": 1, "name": "broken", "title": "Broken", "engines": ["bing"], "pages": "web" }""");

        var doctor = await other.RunAsync("doctor");
        Assert.Equal(1, doctor.ExitCode);
        Assert.Contains($"To do: Mend {file}.", doctor.Out, StringComparison.Ordinal);

        var ask = await other.RunAsync("ask", TinyWeb.Question, "--environment", "broken");
        Assert.Equal(1, ask.ExitCode);
        Assert.StartsWith($"The environment '{file}' cannot be used. ", ask.Error, StringComparison.Ordinal);

        var list = await other.RunAsync("env", "list");
        Assert.Equal(0, list.ExitCode);
        Assert.Contains("tiny-web", list.Out, StringComparison.Ordinal);
        Assert.StartsWith($"The environment '{file}' cannot be used. ", list.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_data_folder_that_is_a_file_is_one_message()
    {
        var file = Path.Combine(web.Data, "a-file");
        await File.WriteAllTextAsync(file, "not a folder");

        var run = await CliRun.InAsync(file, ["episode", "list"]);

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith($"The data folder {file} cannot be ", run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task A_damaged_database_is_one_message_and_stays_as_it_was()
    {
        using var other = new TinyWeb();
        var database = Path.Combine(other.Data, "webqa.db");
        await File.WriteAllTextAsync(database, new string('x', 20_000));

        var run = await other.RunAsync("episode", "list");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(database, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
        Assert.Equal(new string('x', 20_000), await File.ReadAllTextAsync(database));
    }
}
