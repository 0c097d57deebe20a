using System.CommandLine;
using WebQA.Cli.Hosting;
using WebQA.Cli.Output;
using WebQA.TextBrowser.Environments;
using WebQA.TextBrowser.Environments.Creation;
using WebQA.TextBrowser.Search;

namespace WebQA.Cli.Commands;

/// <summary><c>webqa env create</c>: makes an environment of a folder of pages, a web archive or a site, and indexes its words.</summary>
internal static class EnvCreateCommand
{
    public static Command Create(CliSession session)
    {
        var name = new Argument<string>("name") { Description = "The environment's name: a to z, 0 to 9 and '-'." };
        var source = new SourceChoice();
        var title = new Option<string?>("--title") { Description = "What people see; without it the name.", HelpName = "text" };
        var maxPages = NumberOption.Whole("--max-pages", "Pages after which the source is left.", 100_000, 1, 10_000_000);
        var resume = new Option<bool>("--resume") { Description = "Go on where a run stopped; a whole environment stays as it is." };
        var replace = new Option<bool>("--replace") { Description = "Make it anew; the old one stays in use until the new one is whole." };
        var json = JsonOutput.CreateOption("the report");
        var command = new Command("create", "Make an environment in the data folder.") { name, title, maxPages, resume, replace, json };
        source.AddTo(command);
        command.SetAction((parsed, stopping) =>
        {
            var request = new CreationRequest(parsed.GetRequiredValue(name), session.Get<TextBrowserOptions>().OwnEnvironments)
            {
                Title = parsed.GetValue(title),
                MaxPages = parsed.GetValue(maxPages),
                Mode = (parsed.GetValue(resume), parsed.GetValue(replace)) switch
                {
                    (true, true) => throw new UsageException("Give --resume or --replace, not both."),
                    (true, false) => CreationMode.Resume,
                    (false, true) => CreationMode.Replace,
                    _ => CreationMode.New,
                },
            };
            return RunAsync(session, request, source.Read(parsed, request.Name, session.Get<TimeProvider>()), JsonOutput.Read(parsed.GetValue(json)), stopping);
        });
        return command;
    }

    private static async Task<int> RunAsync(CliSession session, CreationRequest request, IPageSource source, JsonOutput json, CancellationToken stopping)
    {
        var progress = new CreationProgressLines(session.Error, session.Get<TimeProvider>());
        CreationReport report;
        try
        {
            report = await session.Get<EnvironmentCreator>().CreateAsync(request, source, progress, stopping);
        }
        catch (OperationCanceledException)
        {
            await session.Error.WriteLineAsync("What was taken is kept. The same command with --resume goes on.");
            throw;
        }
        var index = await IndexAsync(session, request.Name, stopping);
        await json.WriteAsync(session, JsonText.Document(new CreatedEnvironment(report, index)));
        if (!json.IsStandardOutput)
        {
            await session.Out.WriteLineAsync(
                $"{report.Name}: {report.Pages} pages, {index.Total} passages, {report.Bytes / 1e6:0.0} MB, in {report.Folder}. Left out: {EnvironmentCreator.Reasons(report.Skipped)}.");
            foreach (var detail in report.Details)
            {
                await session.Error.WriteLineAsync(TerminalText.Safe(detail));
            }
            if (report.IsCut)
            {
                await session.Out.WriteLineAsync($"The source was left after {report.Pages} pages (--max-pages).");
            }
            if (index.State == IndexState.Ready && index.Done < index.Total)
            {
                await session.Out.WriteLineAsync($"Searches go by words: so many passages get vectors only when asked for, by 'webqa env embed {report.Name}'.");
            }
            await session.Out.WriteLineAsync($"Ask it: webqa ask --environment {report.Name} \"...\"");
        }
        return ExitCode.Done;
    }

    /// <summary>Indexes the words, so that the first question is answered at once; vectors are nobody's wait.</summary>
    private static async Task<IndexStatus> IndexAsync(CliSession session, string name, CancellationToken stopping)
    {
        var environment = session.Get<EnvironmentCatalog>().GetWeb(name);
        await session.Get<SearchReadiness>().WaitAsync(environment, session.Error, patience: TimeSpan.Zero, stopping);
        return environment.SearchStatus;
    }

    /// <summary>The report as JSON.</summary>
    private sealed record CreatedEnvironment(
        string Name, string Folder, string From, int Pages, int Passages, long Bytes, IReadOnlyDictionary<string, int> Skipped, int Superseded, bool IsCut, int Resumed,
        IReadOnlyList<string> Details)
    {
        public CreatedEnvironment(CreationReport report, IndexStatus index)
            : this(
                report.Name, report.Folder, report.From, report.Pages, index.Total, report.Bytes, report.Skipped, report.Superseded, report.IsCut, report.Resumed, report.Details)
        {
        }
    }
}
