using System.CommandLine;
using System.CommandLine.Help;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using WebQA.Cli.Commands;
using WebQA.Cli.Hosting;
using WebQA.Core.Episodes;
using WebQA.Models;
using WebQA.Policies;
using WebQA.Runs;
using WebQA.Storage;
using WebQA.Storage.Accounts;
using WebQA.TextBrowser.Environments;

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
            AskCommand.Create(session),
            RunCommand.Create(session),
            SearchCommand.Create(session),
            RetrieveCommand.Create(session),
            PageCommand.Create(session),
            EpisodeCommand.Create(session),
            ArchiveCommand.Create(session),
            EnvCommand.Create(session),
            EvalCommand.Create(session),
            TrainCommand.Create(session),
            RewardCommand.Create(session),
            BenchCommand.Create(session),
            CheckCommand.Create(session),
            ConvertCommand.Create(session),
            ImportCommand.Create(session),
            ExportCommand.Create(session),
            BackupCommand.Create(session),
            RestoreCommand.Create(session),
            FeedbackCommand.Create(session),
            CompareCommand.Create(session),
            DemonstrationsCommand.Create(session),
            PeopleCommand.Create(session),
            DoctorCommand.Create(session),
            GrammarCommand.Create(session),
            McpCommand.Create(session),
        };

    /// <summary>The parts of the application; the same as the web app's, but episodes are this command's own.</summary>
    public static void AddServices(IServiceCollection services, DataFolder folder)
    {
        services.AddStorage(folder);
        services.AddAccounts();
        services.AddModels(folder.Root);
        // The setting TextBrowser:ChromiumPath, written as environment variables write settings.
        services.AddTextBrowser(TextBrowserOptions.For(folder.Root, Environment.GetEnvironmentVariable("TextBrowser__ChromiumPath")));
        services.AddPolicies();
        services.AddRuns(HostedBy.Command);
        services.AddCommandParts();
    }

    /// <summary>Runs one command in this process.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> args, CliSession session, CancellationToken stopping)
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
            return await parsed.InvokeAsync(configuration, stopping);
        }
#pragma warning disable CA1031 // The outermost place: whatever went wrong becomes a message and an exit code.
        catch (Exception e)
#pragma warning restore CA1031
        {
            await session.Error.WriteLineAsync(Failures.MessageOf(e));
            return Failures.ExitCodeOf(e);
        }
    }

    /// <summary>Lets go of what the command held; a fault in that is a message too, and never hides what the command did.</summary>
    private static async Task<int> EndAsync(CliSession session, int code)
    {
        try
        {
            await session.DisposeAsync();
            return code;
        }
#pragma warning disable CA1031 // As above.
        catch (Exception e)
#pragma warning restore CA1031
        {
            await session.Error.WriteLineAsync($"Not everything could be closed in order: {Failures.MessageOf(e)}");
            return code == ExitCode.Done ? ExitCode.Failed : code;
        }
    }

    private static async Task<int> Main(string[] args)
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        using var signals = new StopSignals();
        await using var output = Console.OpenStandardOutput();
        var session = new CliSession(output, Console.Error, services => AddServices(services, DataFolder.FromEnvironment()));
        var code = await RunAsync(args, session, signals.Token);
        return await EndAsync(session, code);
    }
}
