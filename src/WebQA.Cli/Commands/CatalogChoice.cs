using System.CommandLine;
using WebQA.Cli.Hosting;
using WebQA.TextBrowser.Environments;

namespace WebQA.Cli.Commands;

/// <summary>An environment named on the command line, or the default one.</summary>
internal static class CatalogChoice
{
    /// <summary>The option <c>--environment NAME</c>.</summary>
    public static Option<string?> EnvironmentOption(string what) =>
        new("--environment") { Description = $"{what}; 'webqa env list' names them.", HelpName = "name" };

    /// <summary>The environment of that name, or the default where there is none.</summary>
    /// <exception cref="Core.Episodes.UnknownNameException">There is no such environment; the message lists those there are.</exception>
    public static WebEnvironment Environment(CliSession session, string? name)
    {
        var catalog = session.Get<EnvironmentCatalog>();
        return catalog.GetWeb(name ?? (catalog.Environments is [var first, ..] ? first.Name : throw NoneFound(catalog)));
    }

    private static InvalidOperationException NoneFound(EnvironmentCatalog catalog) => new(
        catalog.Faults is [var fault, ..] ? fault.Message : "No environment is installed: there is no folder with an environment.json. 'webqa doctor' says where they are looked for.");
}
