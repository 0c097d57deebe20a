using System.CommandLine;
using System.Diagnostics;
using WebQA.Cli.Hosting;

namespace WebQA.Cli.Commands;

/// <summary><c>webqa bench</c>: benchmarks, in a process of their own that is built for speed.</summary>
internal static class BenchCommand
{
    private const string Project = "benchmarks/WebQA.Benchmarks/WebQA.Benchmarks.csproj";

    public static Command Create(CliSession session) => new("bench", "Measure speed and quality.") { CreatePages(session), CreateSearch(session) };

    private static Command CreatePages(CliSession session)
    {
        var folders = new Argument<string[]>("folder")
        {
            Description = "Folders of HTML pages, and of PDF files with their text beside them.", Arity = ArgumentArity.OneOrMore,
        };
        var bars = new Option<bool>("--bars") { Description = "Exit 1 where a figure misses its bar." };
        var command = new Command("pages", "Measure page text: processor time beside AngleSharp and SmartReader, recall of words, and main content where pages are marked. Writes one JSON object.")
        {
            folders, bars,
        };
        command.SetAction((parsed, cancellationToken) =>
        {
            var given = parsed.GetRequiredValue(folders);
            if (given.FirstOrDefault(f => !Directory.Exists(f)) is { } missing)
            {
                throw new UsageException($"There is no folder '{missing}'.");
            }
            return RunAsync(session, [.. parsed.GetValue(bars) ? ["pages", "--bars"] : (string[])["pages"], .. given], cancellationToken);
        });
        return command;
    }

    private static Command CreateSearch(CliSession session)
    {
        var folder = new Argument<string>("folder") { Description = "A folder of text: HTML pages, and JSON files with long strings and questions." };
        var command = new Command("search", "Measure the local index at 10,000 and 100,000 passages beside SQLite FTS5 and Lucene.NET. Writes one JSON object.") { folder };
        command.SetAction((parsed, cancellationToken) => Directory.Exists(parsed.GetRequiredValue(folder))
            ? RunAsync(session, ["search", parsed.GetRequiredValue(folder)], cancellationToken)
            : throw new UsageException($"There is no folder '{parsed.GetRequiredValue(folder)}'."));
        return command;
    }

    /// <summary>Debug code would be compared with the release code of packages, so the benchmarks are built anew, as a release.</summary>
    private static async Task<int> RunAsync(CliSession session, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        if (FindProject() is not { } project)
        {
            throw new UsageException($"The benchmarks are built from source, and there is no '{Project}' above '{AppContext.BaseDirectory}'. Run this from a checkout.");
        }
        var start = new ProcessStartInfo("dotnet", ["run", "--configuration", "Release", "--project", project, "--", .. arguments])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("The .NET SDK could not be started.");
        try
        {
            await Task.WhenAll(
                PassOnAsync(process.StandardOutput, session.Out, cancellationToken), PassOnAsync(process.StandardError, session.Error, cancellationToken));
            await process.WaitForExitAsync(cancellationToken);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
        return process.ExitCode;
    }

    private static async Task PassOnAsync(StreamReader from, TextWriter to, CancellationToken cancellationToken)
    {
        while (await from.ReadLineAsync(cancellationToken) is { } line)
        {
            await to.WriteLineAsync(line);
        }
    }

    private static string? FindProject()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var project = Path.Combine(folder.FullName, Project);
            if (File.Exists(project))
            {
                return project;
            }
        }
        return null;
    }
}
