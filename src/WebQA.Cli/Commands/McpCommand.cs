using System.CommandLine;
using ModelContextProtocol.Server;
using WebQA.Cli.Hosting;
using WebQA.Cli.Mcp;
using WebQA.Core.Episodes;
using WebQA.Runs.Sessions;

namespace WebQA.Cli.Commands;

/// <summary><c>webqa mcp</c>: the text browser and <c>ask</c> as tools of other agents, over stdin and stdout (Model Context Protocol).</summary>
internal static class McpCommand
{
    public static Command Create(CliSession session)
    {
        var environment = CatalogChoice.EnvironmentOption("The web to browse");
        var policy = new Option<string?>("--policy") { Description = "What answers the questions of the tool 'ask'.", HelpName = "name" };
        var maxActions = NumberOption.Whole("--max-actions", "Actions before a browsing session ends.", new EpisodeLimits().MaxActions, 1, 1_000);
        var command = new Command("mcp", "Offer the text browser and 'ask' as tools to other agents (Model Context Protocol, over stdin and stdout).") { environment, policy, maxActions };
        command.SetAction((parsed, stopping) => RunAsync(
            session,
            new EpisodeRequest
            {
                Question = string.Empty, Environment = parsed.GetValue(environment), Policy = parsed.GetValue(policy), Limits = new EpisodeLimits { MaxActions = parsed.GetValue(maxActions) },
            },
            stopping));
        return command;
    }

    private static async Task<int> RunAsync(CliSession session, EpisodeRequest template, CancellationToken stopping)
    {
        var web = CatalogChoice.Environment(session, template.Environment);
        web.StartPreparing();
        await using var browser = new BrowserTools(session.Get<BrowsingSessions>(), template with { Environment = web.Info.Name });
        var asking = new AskTool(session.Get<IEpisodeHost>(), session.Get<EpisodeWatch>(), session.Get<StoredEpisodes>(), template with { Environment = web.Info.Name });
        var options = ToolServer.Options(browser, asking);
        await using var transport = new StdioServerTransport(options);
        await using var server = McpServer.Create(transport, options);
        await session.Error.WriteLineAsync($"The web {web.Info.Name} is offered over stdin and stdout; closing stdin ends it.");
        await server.RunAsync(stopping);
        return ExitCode.Done;
    }
}
