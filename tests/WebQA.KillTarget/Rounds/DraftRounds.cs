using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using WebQA.Core.Feedback;

namespace WebQA.KillTarget.Rounds;

/// <summary>Kills a process in which people type, again and again, and compares what is kept with what it had said was saved.</summary>
internal static class DraftRounds
{
    public static async Task<DraftFigures> RunAsync(int rounds, CancellationToken cancellationToken)
    {
        var data = Directory.CreateTempSubdirectory("webqa-drafts-").FullName;
        try
        {
            var (figures, moment) = (new DraftFigures(0, 0, 0, 0), new Random(rounds));
            for (var round = 0; round < rounds; round++)
            {
                var reported = await TypeAndKillAsync(data, TimeSpan.FromMilliseconds(moment.Next(200, 900)), cancellationToken);
                figures = await CompareAsync(data, reported, figures with { Kills = figures.Kills + 1 }, cancellationToken);
            }
            return figures;
        }
        finally
        {
            KillRounds.Delete(data);
        }
    }

    /// <summary>The last version of each draft that was said to be saved; the pipe keeps what was said before the end.</summary>
    private static async Task<long[]> TypeAndKillAsync(string data, TimeSpan typing, CancellationToken cancellationToken)
    {
        var dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        using var process = Process.Start(new ProcessStartInfo(dotnet, [Path.Combine(AppContext.BaseDirectory, "WebQA.KillTarget.dll"), "drafts", data])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        })!;
        try
        {
            var reported = new long[DraftTyping.Drafts];
            var kill = Task.CompletedTask;
            while (await process.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
            {
                if (line == "ready")
                {
                    kill = KillAfterAsync(process, typing, cancellationToken);
                }
                else if (line.Split(' ') is ["saved", var draft, var version])
                {
                    reported[int.Parse(draft)] = long.Parse(version);
                }
            }
            await kill;
            return reported;
        }
        finally
        {
            process.Kill();
        }
    }

    private static async Task KillAfterAsync(Process process, TimeSpan typing, CancellationToken cancellationToken)
    {
        await Task.Delay(typing, TimeProvider.System, cancellationToken);
        process.Kill();
        await process.WaitForExitAsync(cancellationToken);
    }

    private static async Task<DraftFigures> CompareAsync(string data, long[] reported, DraftFigures figures, CancellationToken cancellationToken)
    {
        await using var provider = DraftTyping.Store(data);
        var drafts = provider.GetRequiredService<IDraftStore>();
        for (var draft = 0; draft < reported.Length; draft++)
        {
            var (person, key) = DraftTyping.Names(draft);
            var kept = await drafts.FindAsync(person, key, cancellationToken);
            figures = figures with
            {
                Saves = figures.Saves + reported[draft],
                SavesLost = figures.SavesLost + Math.Max(0, reported[draft] - (kept?.Version ?? 0)),
                TextsWrong = figures.TextsWrong + (kept is null || kept.Body == DraftTyping.Text(draft, kept.Version) ? 0 : 1),
            };
        }
        return figures;
    }
}

/// <summary>What became of drafts.</summary>
/// <param name="Kills">How often the process was killed while people typed.</param>
/// <param name="Saves">Changes that were said to be saved, over all rounds; versions go on through them.</param>
/// <param name="SavesLost">Those of them that are not kept.</param>
/// <param name="TextsWrong">Drafts whose text is not that of their version.</param>
internal sealed record DraftFigures(int Kills, long Saves, long SavesLost, int TextsWrong)
{
    /// <summary>All that was said to be saved is there.</summary>
    public bool IsClean => (SavesLost, TextsWrong) == (0, 0);
}
