using System.CommandLine;
using WebQA.Cli.Hosting;
using WebQA.Cli.Output;
using WebQA.Cli.Pages;
using WebQA.Core.Browsing;

namespace WebQA.Cli.Commands;

/// <summary><c>webqa search</c>: the results page that an episode would see.</summary>
internal static class SearchCommand
{
    public static Command Create(CliSession session)
    {
        var query = new Argument<string>("query") { Description = "What to search for, in quotes." };
        var environment = CatalogChoice.EnvironmentOption("The web to search");
        var json = JsonOutput.CreateOption("the results page");
        var command = new Command("search", "Search an environment and show its results page.") { query, environment, json };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            session, parsed.GetRequiredValue(query), parsed.GetValue(environment), JsonOutput.Read(parsed.GetValue(json)), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CliSession session, string query, string? environment, JsonOutput json, CancellationToken cancellationToken)
    {
        var line = query.ReplaceLineEndings(" ").Trim();
        if (line.Length == 0)
        {
            throw new UsageException("The query is empty. Give words to search for, in quotes.");
        }
        var page = await CatalogChoice.Environment(session, environment).SearchAsync(line, cancellationToken);
        await json.WriteAsync(session, JsonText.Document(PageDocument.Of(line, page)));
        if (page.Kind == PageKind.Error)
        {
            await session.Error.WriteLineAsync(TerminalText.Safe(page.Text));
            return ExitCode.Failed;
        }
        if (!json.IsStandardOutput)
        {
            await session.Out.WriteLineAsync(TerminalText.Safe(page.Title));
            await session.Out.WriteLineAsync();
            await session.Out.WriteLineAsync(TerminalText.Safe(page.Text));
        }
        return ExitCode.Done;
    }
}
