using System.Text.RegularExpressions;

namespace WebQA.Cli.Tests.Hosting;

/// <summary>The commands that README and guides show are run: every fenced block whose fence says <c>```sh ci</c>, in the root of the checkout.</summary>
public partial class DocumentedCommandTests(TinyWeb web) : IClassFixture<TinyWeb>
{
    public static TheoryData<string> Blocks()
    {
        var blocks = new TheoryData<string>();
        var guides = Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs", "guides"), "*.md").Order(StringComparer.Ordinal);
        foreach (var file in guides.Prepend(Path.Combine(Repository.Root, "README.md")))
        {
            foreach (Match block in Fence().Matches(File.ReadAllText(file)))
            {
                blocks.Add(block.Groups["commands"].Value);
            }
        }
        return blocks;
    }

    [Theory]
    [MemberData(nameof(Blocks))]
    public async Task A_documented_command_works(string commands)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The commands are written for a POSIX shell.");

        using var shell = ChildProcess.Start("bash", web.Data, "-e", "-u", "-o", "pipefail", "-c", commands);
        var run = await shell.EndAsync();

        Assert.True(run.ExitCode == 0, $"{commands}ended with {run.ExitCode}:\n{run.Error}");
    }

    [GeneratedRegex(@"^```sh ci\n(?<commands>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5_000)]
    private static partial Regex Fence();
}
