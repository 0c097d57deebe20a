using System.Diagnostics;

namespace WebQA.KillTarget.Rounds;

/// <summary>A host in a process of its own.</summary>
internal sealed class Victim : IDisposable
{
    private readonly Process _process;

    private Victim(Process process) => _process = process;

    /// <summary>Starts a host on a folder and waits until it has started its episodes.</summary>
    public static async Task<Victim> StartAsync(string data, int pauseMilliseconds, int episodes, CancellationToken cancellationToken)
    {
        var dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        var start = new ProcessStartInfo(dotnet, [Path.Combine(AppContext.BaseDirectory, "WebQA.KillTarget.dll"), "host", data, $"{pauseMilliseconds}", $"{episodes}"])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        var victim = new Victim(Process.Start(start)!);
        var line = await victim._process.StandardOutput.ReadLineAsync(cancellationToken);
        return line == "ready" ? victim : throw new InvalidOperationException($"The host did not start; it said '{line}'.");
    }

    /// <summary>Kills it at once (<c>kill -9</c>), whatever it is doing.</summary>
    public async Task KillAsync(CancellationToken cancellationToken)
    {
        _process.Kill();
        await _process.WaitForExitAsync(cancellationToken);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }
        _process.Dispose();
    }
}
