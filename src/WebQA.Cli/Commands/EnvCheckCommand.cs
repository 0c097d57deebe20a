using System.CommandLine;
using WebQA.Cli.Hosting;
using WebQA.Core.Browsing;
using WebQA.TextBrowser.Environments;

namespace WebQA.Cli.Commands;

/// <summary><c>webqa env check</c>: whether environments can be browsed: the definition, the index, a search, and a page that it leads to.</summary>
internal static class EnvCheckCommand
{
    public static Command Create(CliSession session)
    {
        var name = new Argument<string?>("name")
        {
            Description = "An environment, or a folder with an environment.json; without it, all are checked.", HelpName = "name|folder", Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command("check", "Check that environments can be browsed.") { name };
        command.SetAction((parsed, cancellationToken) => RunAsync(session, parsed.GetValue(name), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CliSession session, string? name, CancellationToken cancellationToken)
    {
        if (name is not null && Directory.Exists(name))
        {
            var definition = EnvironmentDefinitionReader.Read(name);
            await session.Out.WriteLineAsync($"{definition.Name}: the definition is in order. Put the folder beside the other environments to browse it.");
            return ExitCode.Done;
        }
        var catalog = session.Get<EnvironmentCatalog>();
        var faults = name is null ? [.. catalog.Faults.Select(f => f.Message)] : new List<string>();
        foreach (var environment in name is null ? catalog.Environments.Select(e => catalog.GetWeb(e.Name)) : [catalog.GetWeb(name)])
        {
            await session.Get<SearchReadiness>().WaitAsync(environment, session.Error, patience: null, cancellationToken);
            if (await FaultOfAsync(environment, cancellationToken) is { } fault)
            {
                faults.Add($"{environment.Info.Name}: {fault}");
            }
            else
            {
                await session.Out.WriteLineAsync($"{environment.Info.Name}: {environment.Info.Title}, {environment.Info.Hash[..12]}, {environment.SearchStatus.Total} passages, search and pages work.");
            }
        }
        foreach (var fault in faults)
        {
            await session.Error.WriteLineAsync(fault);
        }
        return faults.Count == 0 ? ExitCode.Done : ExitCode.Failed;
    }

    /// <summary>Searches for its own title and opens the first result, as an episode would.</summary>
    private static async Task<string?> FaultOfAsync(WebEnvironment environment, CancellationToken cancellationToken)
    {
        var results = await environment.SearchAsync(environment.Info.Title, cancellationToken);
        if (results.Kind == PageKind.Error)
        {
            return results.Text;
        }
        if (results.Links is not [var first, ..])
        {
            return null;
        }
        var page = await environment.OpenAsync(first.Url, cancellationToken);
        return page.Kind == PageKind.Error ? $"{first.Url}: {page.Title}" : null;
    }
}
