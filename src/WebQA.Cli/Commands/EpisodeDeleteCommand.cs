using System.CommandLine;
using WebQA.Cli.Hosting;
using WebQA.Core.Episodes;

namespace WebQA.Cli.Commands;

/// <summary><c>webqa episode delete</c>: removes one episode that is not running.</summary>
internal static class EpisodeDeleteCommand
{
    public static Command Create(CliSession session)
    {
        var id = EpisodeCommand.IdArgument();
        var command = new Command("delete", "Delete an episode that is not running.") { id };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var episode = await session.Get<StoredEpisodes>().FindAsync(parsed.GetRequiredValue(id), cancellationToken);
            await session.Get<IEpisodeStore>().DeleteAsync(episode.Id, cancellationToken);
            await session.Error.WriteLineAsync($"Episode {episode.Id} is deleted.");
            return ExitCode.Done;
        });
        return command;
    }
}
