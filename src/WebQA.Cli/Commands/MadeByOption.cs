using System.CommandLine;
using WebQA.Core.Feedback;

namespace WebQA.Cli.Commands;

/// <summary>Whose comparisons a command is about.</summary>
internal static class MadeByOption
{
    public static Option<MadeBy> Create() => new("--made-by")
    {
        Description = "Whose comparisons: those of people, of simulated labelers, or both.",
        DefaultValueFactory = _ => MadeBy.People,
    };
}
