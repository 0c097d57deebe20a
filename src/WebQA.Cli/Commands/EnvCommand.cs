using System.CommandLine;
using WebQA.Cli.Hosting;

namespace WebQA.Cli.Commands;

/// <summary><c>webqa env</c>: the webs that can be browsed.</summary>
internal static class EnvCommand
{
    public static Command Create(CliSession session) => new("env", "List, check and make environments: the webs that can be browsed.")
    {
        EnvListCommand.Create(session),
        EnvCheckCommand.Create(session),
        EnvCreateCommand.Create(session),
        EnvEmbedCommand.Create(session),
    };
}
