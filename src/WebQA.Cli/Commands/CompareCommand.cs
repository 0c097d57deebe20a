using System.CommandLine;
using WebQA.Cli.Hosting;

namespace WebQA.Cli.Commands;

/// <summary><c>webqa compare</c>: tasks in which answers are compared, and programs that judge them.</summary>
internal static class CompareCommand
{
    public static Command Create(CliSession session) =>
        new("compare", "Make comparison tasks of a run's samples, and have simulated labelers judge them.") { CompareCreateCommand.Create(session), CompareSimulateCommand.Create(session) };
}
