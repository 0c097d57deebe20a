using System.ComponentModel;
using System.Diagnostics;

namespace WebQA.TextBrowser.Rendering;

/// <summary>Runs a program to its end, line by line and within a time limit; nothing of it is left running.</summary>
internal static class ProcessRunner
{
    private const int KeptLines = 6;

    /// <summary>How a program ended.</summary>
    /// <param name="ExitCode">Its exit code; null where it could not be started or did not end in time.</param>
    /// <param name="Message">Why there is no exit code, or the last lines of what the program printed.</param>
    internal sealed record Result(int? ExitCode, string Message)
    {
        public bool IsSuccess => ExitCode == 0;
    }

    /// <summary>Runs a program.</summary>
    /// <exception cref="OperationCanceledException">Cancelled; the program was ended.</exception>
    internal static async Task<Result> RunAsync(
        string fileName, IEnumerable<string> arguments, TimeSpan limit, IProgress<string> progress, TimeProvider time,
        CancellationToken cancellationToken, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(fileName, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>(StringComparer.Ordinal))
        {
            start.Environment[name] = value;
        }
        using var process = new Process { StartInfo = start };
        var tail = new Queue<string>();
        void Take(string? line)
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                return;
            }
            var shown = line.TrimEnd();
            if (!shown.StartsWith("    at ", StringComparison.Ordinal)) // a stack trace of Node says nothing to a person
            {
                lock (tail)
                {
                    tail.Enqueue(shown);
                    while (tail.Count > KeptLines)
                    {
                        tail.Dequeue();
                    }
                }
            }
            progress.Report(shown);
        }
        process.OutputDataReceived += (_, e) => Take(e.Data);
        process.ErrorDataReceived += (_, e) => Take(e.Data);
        try
        {
            process.Start();
        }
        catch (Win32Exception error)
        {
            return new Result(null, $"'{fileName}' could not be started: {error.Message}");
        }
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var timeout = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            await process.WaitForExitAsync(either.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            cancellationToken.ThrowIfCancellationRequested();
            return new Result(null, $"'{fileName}' did not end within {limit.TotalMinutes:0.#} minutes and was stopped.");
        }
        lock (tail)
        {
            return new Result(process.ExitCode, string.Join('\n', tail));
        }
    }
}
