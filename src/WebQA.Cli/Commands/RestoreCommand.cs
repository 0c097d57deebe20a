using System.CommandLine;
using WebQA.Cli.Hosting;
using WebQA.Storage.Backups;

namespace WebQA.Cli.Commands;

/// <summary><c>webqa restore</c>: a backup in the place of the data folder.</summary>
internal static class RestoreCommand
{
    public static Command Create(CliSession session)
    {
        var source = new Argument<string>("backup") { Description = "A file or folder that 'webqa backup' has written." };
        var replace = new Option<bool>("--replace") { Description = "Put a data folder that holds something aside, under its name with '.before-' and the time." };
        var command = new Command("restore", "Put a backup in the place of the data folder, once all of it is checked.") { source, replace };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (manifest, before) = await session.Get<Restore>().RunAsync(parsed.GetRequiredValue(source), parsed.GetValue(replace), cancellationToken);
            var aside = before is null ? string.Empty : $" What was there before lies in {before}.";
            await session.Error.WriteLineAsync($"{manifest.Files.Count} files of {manifest.MadeAt:yyyy-MM-dd HH:mm:ss} UTC restored.{(manifest.HoldsKeys ? string.Empty : " The backup holds no keys: enter those of search engines anew.")}{aside}");
            return ExitCode.Done;
        });
        return command;
    }
}
