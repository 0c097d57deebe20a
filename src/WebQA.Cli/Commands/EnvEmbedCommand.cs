using System.CommandLine;
using WebQA.Cli.Hosting;
using WebQA.TextBrowser.Environments;

namespace WebQA.Cli.Commands;

/// <summary><c>webqa env embed</c>: makes the vectors of a large environment, which are not made unasked.</summary>
internal static class EnvEmbedCommand
{
    public static Command Create(CliSession session)
    {
        var name = new Argument<string>("name") { Description = "The environment." };
        var command = new Command("embed", "Add search by meaning to an environment that is too large to get it unasked. Stopped or killed, it goes on from there.") { name };
        command.SetAction((parsed, cancellationToken) => RunAsync(session, parsed.GetRequiredValue(name), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CliSession session, string name, CancellationToken cancellationToken)
    {
        var catalog = session.Get<EnvironmentCatalog>();
        var environment = catalog.GetWeb(name);
        await session.Get<SearchReadiness>().WaitAsync(catalog.MakeVectorsAsync(name, cancellationToken), environment, session.Error, cancellationToken);
        await session.Out.WriteLineAsync($"{name}: {environment.SearchStatus.Total} passages have vectors. What is running already uses them from its next start.");
        return ExitCode.Done;
    }
}
