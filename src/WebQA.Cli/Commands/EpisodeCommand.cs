using System.CommandLine;
using WebQA.Cli.Hosting;

namespace WebQA.Cli.Commands;

/// <summary><c>webqa episode</c>: what is stored of past and running episodes.</summary>
internal static class EpisodeCommand
{
    public static Command Create(CliSession session) => new("episode", "List, show, replay, export and delete stored episodes.")
    {
        EpisodeListCommand.Create(session),
        EpisodeShowCommand.Create(session),
        EpisodeReplayCommand.Create(session),
        EpisodeWarcCommand.Create(session),
        EpisodeDeleteCommand.Create(session),
    };

    /// <summary>The argument that names an episode.</summary>
    public static Argument<string> IdArgument() => new("id") { Description = "The episode's id, as 'webqa episode list' shows it." };
}
