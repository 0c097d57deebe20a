using System.Diagnostics;
using System.Text.Json;

namespace WebQA.Evaluation.Training;

/// <summary>Starts the trainer, a process of its own, so that nothing else loads libtorch; told of its epochs by lines of JSON.</summary>
/// <param name="program">Path of <c>WebQA.Trainer.dll</c>.</param>
public sealed class TrainerProcess(string program)
{
    private static readonly string[] Builds = ["release", "debug"];

    /// <summary>The trainer beside the application, or in a checkout the one that is built there.</summary>
    /// <exception cref="TrainerMissingException">There is neither.</exception>
    public static TrainerProcess Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        var candidates = new List<string> { Path.Combine(folder.FullName, "trainer", "WebQA.Trainer.dll") };
        for (var up = folder; up is not null; up = up.Parent)
        {
            candidates.AddRange(Builds.Select(kind => Path.Combine(up.FullName, "artifacts", "bin", "WebQA.Trainer", kind, "WebQA.Trainer.dll")));
        }
        return new TrainerProcess(candidates.Find(File.Exists) ?? throw new TrainerMissingException());
    }

    /// <summary>Fits a reward model; a killed fit goes on where it stopped.</summary>
    /// <param name="data">Folder of comparisons as numbers.</param>
    /// <param name="work">Folder of checkpoints.</param>
    /// <param name="target">The ONNX file to write.</param>
    /// <param name="options">Path of the trainer's options, or null.</param>
    /// <param name="progress">Told of each line the trainer writes.</param>
    /// <param name="cancellationToken">Stops the trainer in order.</param>
    /// <exception cref="TrainerFailedException">It ended without a model; the message is the trainer's own.</exception>
    public async Task FitRewardAsync(string data, string work, string target, string? options, Action<JsonElement> progress, CancellationToken cancellationToken = default)
    {
        List<string> arguments = [program, "reward", "--data", data, "--work", work, "--out", target];
        if (options is not null)
        {
            arguments.AddRange(["--options", options]);
        }
        var start = new ProcessStartInfo("dotnet", arguments) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start) ?? throw new TrainerFailedException("the process did not start");
        // Closing its input is how the trainer is asked to stop.
        await using var stop = cancellationToken.Register(process.StandardInput.Close);
        var error = process.StandardError.ReadToEndAsync(CancellationToken.None);
        try
        {
            while (await process.StandardOutput.ReadLineAsync(CancellationToken.None) is { } line)
            {
                using var report = JsonDocument.Parse(line);
                progress(report.RootElement.Clone());
            }
            await process.WaitForExitAsync(CancellationToken.None);
        }
        finally
        {
            // Nothing is left running behind a fault of ours.
            process.Kill(entireProcessTree: true);
        }
        cancellationToken.ThrowIfCancellationRequested();
        if (process.ExitCode != 0)
        {
            throw new TrainerFailedException((await error).Trim());
        }
    }
}

/// <summary>The trainer is not there.</summary>
public sealed class TrainerMissingException() : Exception("The trainer is not beside this program. In a checkout, build it with 'dotnet build src/WebQA.Trainer'.");

/// <summary>The trainer ended without a model.</summary>
public sealed class TrainerFailedException(string message) : Exception($"The trainer failed: {message}");
