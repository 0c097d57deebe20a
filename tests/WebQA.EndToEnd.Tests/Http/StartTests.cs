using System.Diagnostics;
using WebQA.EndToEnd.Tests.App;

namespace WebQA.EndToEnd.Tests.Http;

/// <summary>What the process says when it cannot start.</summary>
public sealed class StartTests(RunningApp app)
{
    [Fact]
    public async Task It_refuses_to_listen_where_others_can_reach_it()
    {
        var (exit, error) = await StartAsync("--urls", "http://0.0.0.0:5199");

        Assert.Equal(4, exit);
        Assert.StartsWith("'http://0.0.0.0:5199' can be reached from other machines", error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_in_use_is_said_in_one_message()
    {
        var (exit, error) = await StartAsync("--urls", app.Address.ToString());

        Assert.Equal(1, exit);
        Assert.Contains("address already in use", error, StringComparison.Ordinal);
        Assert.Contains("choose another port, for example --urls http://127.0.0.1:5081.", error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    private static async Task<(int Exit, string Error)> StartAsync(params string[] arguments)
    {
        var data = Path.Combine(Path.GetTempPath(), $"webqa-start-{Guid.NewGuid():N}");
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "WebQA.LabelingUi.dll"), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            Environment = { ["WEBQA_DATA"] = data },
        };
        using var process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var output = process.StandardOutput.ReadToEndAsync(limit.Token);
        var error = await process.StandardError.ReadToEndAsync(limit.Token);
        await process.WaitForExitAsync(limit.Token);
        await output;
        if (Directory.Exists(data))
        {
            Directory.Delete(data, recursive: true);
        }
        return (process.ExitCode, error);
    }
}
