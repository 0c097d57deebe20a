using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace WebQA.Cli.Tests;

/// <summary>A program run as a shell runs it, with its own signals and streams.</summary>
internal sealed partial class ChildProcess : IDisposable
{
    private const int SigTerm = 15;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _error = new();

    private ChildProcess(ProcessStartInfo start)
    {
        _process = Process.Start(start) ?? throw new InvalidOperationException($"'{start.FileName}' did not start.");
        _process.OutputDataReceived += (_, line) => Append(_output, line.Data);
        _process.ErrorDataReceived += (_, line) => Append(_error, line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        _process.StandardInput.Close();
    }

    /// <summary>Starts the program that was built beside the tests.</summary>
    public static ChildProcess WebQa(string dataFolder, params string[] args) =>
        Start("dotnet", dataFolder, [Path.Combine(AppContext.BaseDirectory, "WebQA.Cli.dll"), .. args]);

    /// <summary>Starts any program in the root of the checkout.</summary>
    public static ChildProcess Start(string program, string dataFolder, params string[] args)
    {
        var start = new ProcessStartInfo(program, args)
        {
            WorkingDirectory = Repository.Root, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
            StandardOutputEncoding = Encoding.UTF8, StandardErrorEncoding = Encoding.UTF8,
        };
        start.Environment["WEBQA_DATA"] = dataFolder;
        return new ChildProcess(start);
    }

    /// <summary>Waits until stderr holds a text.</summary>
    public async Task WaitForErrorAsync(string text)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (!Read(_error).Contains(text, StringComparison.Ordinal))
        {
            Assert.False(_process.HasExited && !Read(_error).Contains(text, StringComparison.Ordinal), $"It ended before '{text}' came:\n{Read(_error)}");
            await Task.Delay(20, limit.Token);
        }
    }

    /// <summary>Asks it to end, as <c>kill</c> does.</summary>
    public void Terminate() => Assert.Equal(0, Kill(_process.Id, SigTerm));

    /// <summary>Waits for the end.</summary>
    public async Task<CliRun> EndAsync()
    {
        using var limit = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(limit.Token);
        return new CliRun(_process.ExitCode, Read(_output), Read(_error));
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }
        _process.Dispose();
    }

    private static void Append(StringBuilder text, string? line)
    {
        if (line is not null)
        {
            lock (text)
            {
                text.Append(line).Append('\n');
            }
        }
    }

    private static string Read(StringBuilder text)
    {
        lock (text)
        {
            return text.ToString();
        }
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);
}
