using Microsoft.Extensions.DependencyInjection;
using WebQA.Cli.Tests.Doubles;
using WebQA.Core.Episodes;

namespace WebQA.Cli.Tests.Hosting;

public class StopTests(TinyWeb web) : IClassFixture<TinyWeb>
{
    [Fact]
    public async Task Stopping_an_ask_ends_its_episode_as_stopped_and_stores_what_was_done()
    {
        using var stop = new CancellationTokenSource();
        var policies = new StoppingPolicies(stop);

        var run = await CliRun.InAsync(
            web.Data, ["ask", TinyWeb.Question, "--environment", TinyWeb.Name], services => services.AddSingleton<IPolicyCatalog>(policies), stop.Token);

        Assert.Equal(130, run.ExitCode);
        Assert.Equal("No answer: stopped. Stopped by a person after 1 actions, with 0 quotes.\n", run.Out);
        Assert.Contains("   1  Search crow gifts\n", run.Error, StringComparison.Ordinal);
        Assert.EndsWith("      stopped\n", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_is_terminated_goes_on_with_the_same_command()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no signals to send on Windows.");
        var questions = Path.Combine(web.Data, "many.jsonl");
        await File.WriteAllLinesAsync(questions, Enumerable.Range(0, 200).Select(i => $"{{\"id\": \"q{i}\", \"question\": \"Why do crows leave gift number {i} for people?\"}}"));
        var folder = Path.Combine(web.Data, "many");
        string[] command = ["run", questions, "--environment", TinyWeb.Name, "--out", folder, "--parallel", "1"];

        using var first = ChildProcess.WebQa(web.Data, command);
        await first.WaitForErrorAsync("answered  Why");
        first.Terminate();
        var stopped = await first.EndAsync();

        Assert.Equal(130, stopped.ExitCode);
        Assert.EndsWith("Stopped. Nothing is lost; the same command goes on.\n", stopped.Error, StringComparison.Ordinal);
        Assert.InRange(File.ReadLines(Path.Combine(folder, "answers.jsonl")).Count(), 1, 199);

        using var second = ChildProcess.WebQa(web.Data, command);
        var ended = await second.EndAsync();

        Assert.True(ended.ExitCode == 0, ended.Error);
        Assert.Equal(200, File.ReadLines(Path.Combine(folder, "answers.jsonl")).Count());
    }
}
