using System.CommandLine;
using WebQA.Cli.Hosting;

namespace WebQA.Cli.Commands;

/// <summary><c>webqa eval</c>: measures a policy, or rankings, on a benchmark.</summary>
internal static class EvalCommand
{
    public static Command Create(CliSession session) => new("eval", "Measure a policy, or rankings, on a benchmark.")
    {
        EvalMiniWebCommand.Create(session), EvalRetrievalCommand.Create(session), EvalRewardCommand.Create(session), EvalContrastCommand.Create(session),
    };
}
