using System.Diagnostics;
using WebQA.EndToEnd.Tests.App;

namespace WebQA.EndToEnd.Tests.Http;

/// <summary>What the process says when it cannot start.</summary>
public sealed class StartTests(RunningApp app)
{
    [Fact]
    public async Task A_port_in_use_is_said_in_one_message()
    {
        var (exit, error) = await StartAsync("--urls", app.Address.ToString());

        Assert.Equal(1, exit);
        Assert.Contains("address already in use", error, StringComparison.Ordinal);
        Assert.Contains("choose another port, for example --urls http://127.0.0.1:5081.", error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_database_is_said_in_one_message_and_left_as_it_is()
    {
        var data = Directory.CreateTempSubdirectory("webqa-start-").FullName;
        var database = Path.Combine(data, "webqa.db");
        var damaged = new string('x', 8_192);
        await File.WriteAllTextAsync(database, damaged);

        var (exit, error) = await StartAsync(["--urls", "http://127.0.0.1:0"], data, keepsData: true);

        Assert.Equal(1, exit);
        Assert.Contains(database, error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
        Assert.Equal(damaged, await File.ReadAllTextAsync(database));
        Directory.Delete(data, recursive: true);
    }

    private static Task<(int Exit, string Error)> StartAsync(params string[] arguments) =>
        StartAsync(arguments, Path.Combine(Path.GetTempPath(), $"webqa-start-{Guid.NewGuid():N}"), keepsData: false);

    private static async Task<(int Exit, string Error)> StartAsync(string[] arguments, string data, bool keepsData)
    {
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
        if (!keepsData && Directory.Exists(data))
        {
            Directory.Delete(data, recursive: true);
        }
        return (process.ExitCode, error);
    }
}
