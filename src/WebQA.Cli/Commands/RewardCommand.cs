using System.CommandLine;
using WebQA.Cli.Hosting;

namespace WebQA.Cli.Commands;

/// <summary><c>webqa reward</c>: uses a reward model.</summary>
internal static class RewardCommand
{
    public static Command Create(CliSession session) => new("reward", "Use a reward model.") { RewardScoreCommand.Create(session) };
}
