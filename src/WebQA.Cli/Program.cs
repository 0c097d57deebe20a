using System.CommandLine;
using System.CommandLine.Help;
using System.Globalization;
using System.Text;
using WebQA.Cli.Commands;
using WebQA.Cli.Hosting;

namespace WebQA.Cli;

/// <summary>The command line of WebQA. Results go to stdout, progress and messages to stderr.</summary>
internal static class Program
{
    /// <summary>The commands, each in a file of its own.</summary>
    public static Command CreateCommands(CliSession session) =>
        new("webqa", "Answers open questions by browsing the web as text, quoting what it relies on, and citing the quotes.")
        {
            new HelpOption(),
            new VersionOption(),
            GrammarCommand.Create(session),
        };

    /// <summary>Runs one command in this process.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> args, CliSession session, CancellationToken cancellationToken)
    {
        var parsed = CreateCommands(session).Parse(args);
        if (parsed.UsageError() is { } message)
        {
            await session.Error.WriteLineAsync(message);
            return ExitCode.Usage;
        }
        try
        {
            // Ctrl+C is ours (StopSignals), and so are exceptions: each is one message.
            var configuration = new InvocationConfiguration
            {
                Output = session.Out, Error = session.Error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null,
            };
            return await parsed.InvokeAsync(configuration, cancellationToken);
        }
#pragma warning disable CA1031 // The outermost place: whatever went wrong becomes a message and an exit code.
        catch (Exception e)
#pragma warning restore CA1031
        {
            await session.Error.WriteLineAsync(Failures.MessageOf(e));
            return Failures.ExitCodeOf(e);
        }
    }

    private static async Task<int> Main(string[] args)
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        using var signals = new StopSignals();
        return await RunAsync(args, new CliSession(Console.Out, Console.Error), signals.Token);
    }
}
