using System.Diagnostics;
using System.Text.Json;

namespace WebQA.Trainer.Tests;

/// <summary>The trainer as the process that hosts start: killed, stopped, misused.</summary>
public sealed class ProcessTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("webqa-process-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Killed_at_any_moment_it_goes_on_to_identical_weights()
    {
        await PrepareAsync();
        var whole = await RunAsync("whole", "whole.onnx");
        Assert.True(whole.ExitCode == 0, whole.Error);
        for (var kill = 0; kill < 3; kill++)
        {
            using var process = Start("killed", "killed.onnx");
            for (var lines = 0; lines < 2 + kill && await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is not null; lines++)
            {
                // Each line is an epoch; the process is killed somewhere within the next one.
            }
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        var rest = await RunAsync("killed", "killed.onnx");

        Assert.True(rest.ExitCode == 0, rest.Error);
        Assert.True(rest.Out.Count < whole.Out.Count, "It began anew.");
        Assert.Equal(await File.ReadAllBytesAsync(PathOf("whole.onnx")), await File.ReadAllBytesAsync(PathOf("killed.onnx")));
        using var last = JsonDocument.Parse(whole.Out[^1]);
        Assert.Equal(("fitted", 2), (last.RootElement.GetProperty("event").GetString(), last.RootElement.GetProperty("members").GetInt32()));
    }

    [Fact]
    public async Task It_stops_in_order_when_its_input_closes()
    {
        await PrepareAsync("""{ "epochs": 100000, "patience": 100000, "members": 1 }""");
        using var process = Start("work", "out.onnx");
        await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);

        process.StandardInput.Close();
        var rest = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        await rest;
        Assert.Equal((130, "Stopped. The same command goes on from the last epoch.\n"), (process.ExitCode, await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken)));
        Assert.False(File.Exists(PathOf("out.onnx")));
    }

    [Fact]
    public async Task An_option_there_is_not_is_refused()
    {
        await PrepareAsync("""{ "epoch": 3 }""");

        var run = await RunAsync("work", "out.onnx");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("'epoch'", run.Error, StringComparison.Ordinal);
    }

    private async Task PrepareAsync(string options = """{ "epochs": 6, "members": 2, "hidden": 8 }""")
    {
        SyntheticWorld.Create(2_000, seed: 1).Write(PathOf("data"));
        await File.WriteAllTextAsync(PathOf("options.json"), options, TestContext.Current.CancellationToken);
    }

    private async Task<(int ExitCode, IReadOnlyList<string> Out, string Error)> RunAsync(string work, string target)
    {
        using var process = Start(work, target);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output.Split('\n', StringSplitOptions.RemoveEmptyEntries), await error);
    }

    private Process Start(string work, string target)
    {
        string[] arguments =
        [
            Path.Combine(AppContext.BaseDirectory, "WebQA.Trainer.dll"), "reward",
            "--data", PathOf("data"), "--work", PathOf(work), "--out", PathOf(target), "--options", PathOf("options.json"),
        ];
        return Process.Start(new ProcessStartInfo("dotnet", arguments) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
    }

    private string PathOf(string name) => Path.Combine(_folder.FullName, name);
}
