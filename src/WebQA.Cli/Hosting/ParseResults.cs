using System.CommandLine;
using System.CommandLine.Parsing;

namespace WebQA.Cli.Hosting;

/// <summary>What a parsed command line says of itself.</summary>
internal static class ParseResults
{
    /// <summary>What is wrong with the command line and where to read how it is written; null where nothing is.</summary>
    public static string? UsageError(this ParseResult parsed)
    {
        if (parsed.Errors.Count == 0)
        {
            return null;
        }
        // A name that is not a command also means that the command is missing; the first says more.
        var fault = parsed.UnmatchedTokens is [var unknown, ..]
            ? $"'{unknown}' is not understood here."
            : parsed.Errors[0].Message.TrimEnd('.') + ".";
        return $"{fault} See '{string.Join(' ', parsed.CommandPath())} --help'.";
    }

    private static Stack<string> CommandPath(this ParseResult parsed)
    {
        var names = new Stack<string>();
        for (SymbolResult? result = parsed.CommandResult; result is not null; result = result.Parent)
        {
            if (result is CommandResult { Command: var command })
            {
                names.Push(command.Name);
            }
        }
        return names;
    }
}
