using System.CommandLine;
using WebQA.Cli.Hosting;
using WebQA.Cli.Output;
using WebQA.Core.Browsing;
using WebQA.TextBrowser.Environments;
using WebQA.TextBrowser.Search.Engines;
using WebQA.TextBrowser.Search.Engines.Keeping;

namespace WebQA.Cli.Commands;

/// <summary><c>webqa env check</c>: whether environments can be browsed: the definition, the index, each search engine, a search, and a page that it leads to.</summary>
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
            var (isUsable, isSetUp) = await TryEnginesAsync(session, environment, faults, isNamed: name is not null, cancellationToken);
            if (!isUsable)
            {
                continue;
            }
            await session.Get<SearchReadiness>().WaitAsync(environment, session.Error, patience: null, cancellationToken);
            if (await FaultOfAsync(environment, cancellationToken) is { } fault)
            {
                faults.Add($"{environment.Info.Name}: {fault}");
            }
            else
            {
                var passages = environment.SearchStatus.Total > 0 ? $"{environment.SearchStatus.Total} passages{ByWordsAlone(environment)}, " : string.Empty;
                await session.Out.WriteLineAsync($"{environment.Info.Name}: {environment.Info.Title}, {environment.Info.Hash[..12]}, {passages}search and pages work{(isSetUp ? string.Empty : " by another engine")}.");
            }
        }
        foreach (var fault in faults)
        {
            await session.Error.WriteLineAsync(TerminalText.Safe(fault));
        }
        return faults.Count == 0 ? ExitCode.Done : ExitCode.Failed;
    }

    private static string ByWordsAlone(WebEnvironment environment) =>
        environment.SearchStatus.Done == 0 ? $" (searched by words alone; 'webqa env embed {environment.Info.Name}' adds search by meaning)" : string.Empty;

    /// <summary>Tries each engine that is asked over HTTP. One that nobody has set up is a fault only of an environment that was named.</summary>
    private static async Task<(bool IsUsable, bool IsSetUp)> TryEnginesAsync(
        CliSession session, WebEnvironment environment, List<string> faults, bool isNamed, CancellationToken cancellationToken)
    {
        var (isUsable, isSetUp) = (environment.Definition.Engines.Any(e => e.IsLocal), true);
        foreach (var entry in environment.Definition.Engines.Where(e => !e.IsLocal))
        {
            var place = $"{environment.Info.Name}: {entry.Engine}";
            var result = await session.Get<EngineTest>().RunAsync(entry, environment.Definition.PrivateOrigins, session.Get<EngineFactory>().Settings, cancellationToken);
            if (result.IsWorking)
            {
                isUsable = true;
                await session.Out.WriteLineAsync($"{place}: {Counted(result.Count, "result")} in {result.Time.TotalMilliseconds:0} ms, {Counted(Requests(session, entry.Engine), "request")} this month.");
            }
            else if (result.Fault == EngineFault.NotConfigured && !isNamed)
            {
                isSetUp = false;
                await session.Out.WriteLineAsync($"{place}: not set up. {result.Remedy}");
            }
            else
            {
                isSetUp = false;
                faults.Add($"{place}: {result.What} To do: {result.Remedy}");
            }
        }
        return (isUsable, isSetUp);
    }

    private static long Requests(CliSession session, string engine)
    {
        var month = session.Get<TimeProvider>().GetUtcNow().ToString("yyyy-MM");
        return session.Get<EngineLedger>().Uses().FirstOrDefault(u => u.Engine == engine && u.Month == month)?.Requests ?? 0;
    }

    private static string Counted(long count, string what) => count == 1 ? $"1 {what}" : $"{count:N0} {what}s";

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
        return page.Kind == PageKind.Error ? $"{first.Url}: {page.Title}. {page.Text}" : null;
    }
}
