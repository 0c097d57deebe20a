using System.CommandLine;
using WebQA.Cli.Hosting;
using WebQA.Cli.Output;
using WebQA.TextBrowser.Environments;

namespace WebQA.Cli.Commands;

/// <summary><c>webqa env list</c>: the environments, the default first.</summary>
internal static class EnvListCommand
{
    public static Command Create(CliSession session)
    {
        var json = JsonOutput.CreateOption("the list");
        var command = new Command("list", "List the environments, the default first.") { json };
        command.SetAction(async (parsed, _) =>
        {
            var output = JsonOutput.Read(parsed.GetValue(json));
            var catalog = session.Get<EnvironmentCatalog>();
            await output.WriteAsync(session, JsonText.Document(catalog.Environments));
            if (!output.IsStandardOutput)
            {
                TextTable.Write(
                    session.Out, ["name", "engines", "hash", "title"],
                    catalog.Environments.Select(e => (IReadOnlyList<string>)[e.Name, Engines(catalog.GetWeb(e.Name).Definition), e.Hash[..12], e.Title]));
            }
            foreach (var fault in catalog.Faults)
            {
                await session.Error.WriteLineAsync(fault.Message);
            }
            return ExitCode.Done;
        });
        return command;
    }

    private static string Engines(EnvironmentDefinition definition) => string.Join(", ", definition.Engines.Select(e => e.Engine).Distinct(StringComparer.Ordinal));
}
