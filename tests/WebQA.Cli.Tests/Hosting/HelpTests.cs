using System.CommandLine;

namespace WebQA.Cli.Tests.Hosting;

public class HelpTests
{
    [Fact]
    public async Task The_help_of_every_command_is_the_contract_s()
    {
        var golden = Path.Combine(Repository.Root, "docs", "contracts", "cli-help.txt");
        var help = new List<string>();
        foreach (var path in Paths([], Commands()))
        {
            var run = await CliRun.OfAsync([.. path, "--help"]);
            Assert.Equal(0, run.ExitCode);
            help.Add($"$ webqa {string.Join(' ', [.. path, "--help"])}\n{Tidy(run.Out)}");
        }
        var text = string.Join("\n\n", help) + "\n";
        if (Environment.GetEnvironmentVariable("WEBQA_UPDATE_GOLDEN") == "1")
        {
            await File.WriteAllTextAsync(golden, text);
        }

        Assert.Equal(await File.ReadAllTextAsync(golden), text);
    }

    [Fact]
    public async Task The_version_is_the_project_s()
    {
        var run = await CliRun.OfAsync("--version");

        Assert.Equal(0, run.ExitCode);
        Assert.Matches("^[0-9]+\\.[0-9]+\\.[0-9]+", run.Out);
    }

    private static Command Commands() => Program.CreateCommands(new Cli.Hosting.CliSession(Stream.Null, TextWriter.Null, _ => { }));

    private static IEnumerable<string[]> Paths(string[] path, Command command)
    {
        yield return path;
        foreach (var inner in command.Subcommands.SelectMany(c => Paths([.. path, c.Name], c)))
        {
            yield return inner;
        }
    }

    /// <summary>The number of processors is this machine's, and the blank ends of lines are nobody's.</summary>
    private static string Tidy(string help) => string.Join('\n', help
        .Replace($"(1 to 1000) [default: {Math.Max(2, Environment.ProcessorCount)}]", "(1 to 1000) [default: processors]", StringComparison.Ordinal)
        .ReplaceLineEndings("\n").TrimEnd().Split('\n').Select(line => line.TrimEnd()));
}
