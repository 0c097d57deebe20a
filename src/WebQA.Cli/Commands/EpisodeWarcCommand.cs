using System.CommandLine;
using WebQA.Cli.Hosting;
using WebQA.Cli.Pages;

namespace WebQA.Cli.Commands;

/// <summary><c>webqa episode warc</c>: writes what an episode saw as a web archive.</summary>
internal static class EpisodeWarcCommand
{
    public static Command Create(CliSession session)
    {
        var id = EpisodeCommand.IdArgument();
        var file = new Option<string>("--out") { Description = "The archive; compressed where its name ends in .gz.", HelpName = "file", Required = true };
        var command = new Command("warc", "Write the pages that an episode saw as a web archive (WARC/1.1).") { id, file };
        command.SetAction((parsed, cancellationToken) => RunAsync(session, parsed.GetRequiredValue(id), parsed.GetRequiredValue(file), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CliSession session, string id, string file, CancellationToken cancellationToken)
    {
        var path = Path.GetFullPath(file);
        if (Directory.Exists(path) || !Directory.Exists(Path.GetDirectoryName(path)))
        {
            throw new UsageException($"--out takes a file in a folder that exists; '{file}' is not one.");
        }
        var episodes = session.Get<StoredEpisodes>();
        var summary = await episodes.FindAsync(id, cancellationToken);
        var state = await episodes.ReadAsync(id, cancellationToken);
        var temporary = $"{path}.{Guid.NewGuid():N}.new";
        int pages;
        try
        {
            await using (var output = File.Create(temporary))
            {
                pages = await session.Get<EpisodeWarc>().WriteAsync(
                    state, summary.StartedAt, Path.GetFileName(path), output, path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase), cancellationToken);
            }
            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
        await session.Error.WriteLineAsync($"Written: {file}, {pages} pages");
        return ExitCode.Done;
    }
}
