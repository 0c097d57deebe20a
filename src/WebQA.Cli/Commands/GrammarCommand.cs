using System.CommandLine;
using WebQA.Cli.Hosting;
using WebQA.Core.Browsing;

namespace WebQA.Cli.Commands;

/// <summary><c>webqa grammar</c>: the commands that a policy may give, from the one definition that the parser reads too.</summary>
internal static class GrammarCommand
{
    public static Command Create(CliSession session)
    {
        var command = new Command("grammar", "Print the commands of the text browser.");
        command.SetAction(_ => session.Out.Write(CommandGrammar.Describe()));
        return command;
    }
}
