using System.CommandLine;
using WebQA.Cli.Hosting;
using WebQA.Storage.Backups;

namespace WebQA.Cli.Commands;

/// <summary><c>webqa backup</c>: the data folder as a file or folder, made while the app runs.</summary>
internal static class BackupCommand
{
    public static Command Create(CliSession session)
    {
        var target = new Argument<string>("target") { Description = "A new file, ending with .tar, .tar.gz or .tgz, or a new folder." };
        var keys = new Option<bool>("--with-keys") { Description = "Take the keys along: whoever has them and the database has the keys of the search engines, and can tell who is who in exported files." };
        var command = new Command("backup", "Copy the data folder while the app runs: database, archived pages, models.") { target, keys };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (place, withKeys) = (parsed.GetRequiredValue(target), parsed.GetValue(keys));
            var made = await session.Get<Backup>().RunAsync(place, withKeys, cancellationToken);
            var without = withKeys ? string.Empty : " The keys are not in it: after a restore, keys of search engines are entered anew and exported files name labelers anew. --with-keys takes them along.";
            await session.Error.WriteLineAsync($"{made.Files.Count} files, {made.Files.Sum(static file => file.Bytes) / 1_000_000.0:0.0} MB, written to {place}, read back and compared.{without}");
            return ExitCode.Done;
        });
        return command;
    }
}
