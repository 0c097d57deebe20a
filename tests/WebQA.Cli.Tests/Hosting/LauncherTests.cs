using WebQA.Core.Browsing;

namespace WebQA.Cli.Tests.Hosting;

public class LauncherTests(TinyWeb web) : IClassFixture<TinyWeb>
{
    [Fact]
    public async Task The_launcher_builds_what_is_stale_and_becomes_the_program()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The launcher is a bash script.");

        using var first = ChildProcess.Start(Path.Combine(Repository.Root, "webqa"), web.Data, "grammar");
        var run = await first.EndAsync();
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Equal(CommandGrammar.Describe(), run.Out);

        using var second = ChildProcess.Start(Path.Combine(Repository.Root, "webqa"), web.Data, "grammar");
        Assert.Equal(new CliRun(0, CommandGrammar.Describe(), string.Empty), await second.EndAsync());
    }

    [Fact]
    public async Task The_exit_code_is_the_program_s()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The launcher is a bash script.");

        using var launcher = ChildProcess.Start(Path.Combine(Repository.Root, "webqa"), web.Data, "episode", "show", "none");
        var run = await launcher.EndAsync();

        Assert.Equal(2, run.ExitCode);
        Assert.EndsWith("There is no episode 'none' in this data folder. 'webqa episode list' names those there are.\n", run.Error, StringComparison.Ordinal);
    }
}
