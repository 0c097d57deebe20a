using System.CommandLine;
using WebQA.Cli.Hosting;
using WebQA.Cli.Output;
using WebQA.Cli.Pages;
using WebQA.Core.Browsing;

namespace WebQA.Cli.Commands;

/// <summary><c>webqa page</c>: a page as the text browser shows it, from a URL, a file, or every page file of a folder.</summary>
internal static class PageCommand
{
    public static Command Create(CliSession session)
    {
        var source = new Argument<string>("source") { Description = "A URL, a file (HTML, PDF, text), or a folder of them.", HelpName = "url|file|folder" };
        var view = new Option<string>("--view") { Description = "main: the main content; all: every visible word. Without it, what an episode would show.", HelpName = "main|all" };
        var json = new Option<bool>("--json") { Description = "Write one JSON document." };
        var jsonl = new Option<bool>("--jsonl") { Description = "Write one line of JSON a page." };
        var environment = CatalogChoice.EnvironmentOption("The web in which a URL is opened");
        var live = new Option<bool>("--live") { Description = "Open the URL on the real web, through the guard, and show the page without scripts; nothing is stored." };
        view.AcceptOnlyFromAmong("main", "all");
        var command = new Command("page", "Show a page as text.") { source, view, json, jsonl, environment, live };
        command.SetAction((parsed, cancellationToken) =>
        {
            var form = (parsed.GetValue(json), parsed.GetValue(jsonl)) switch
            {
                (true, true) => throw new UsageException("Give --json or --jsonl, not both."),
                (true, false) => PageForm.Json,
                (false, true) => PageForm.JsonLines,
                _ => PageForm.Text,
            };
            PageView? wanted = parsed.GetValue(view) switch { "main" => PageView.Main, "all" => PageView.All, _ => null };
            if (parsed.GetValue(live) && parsed.GetValue(environment) is not null)
            {
                throw new UsageException("Give --live or --environment, not both.");
            }
            return RunAsync(session, parsed.GetRequiredValue(source), parsed.GetValue(environment), parsed.GetValue(live), wanted, form, cancellationToken);
        });
        return command;
    }

    private enum PageForm
    {
        Text,
        Json,
        JsonLines,
    }

    private static async Task<int> RunAsync(
        CliSession session, string source, string? environment, bool isLive, PageView? view, PageForm form, CancellationToken cancellationToken)
    {
        if (Directory.Exists(source))
        {
            return await ShowFolderAsync(session, source, view, form, cancellationToken);
        }
        var pages = session.Get<PageSource>();
        var shown = File.Exists(source)
            ? await pages.ReadFileAsync(source, source, view, cancellationToken)
            : isLive ? await pages.OpenLiveAsync(source, view, cancellationToken)
            : await pages.OpenAsync(source, CatalogChoice.Environment(session, environment), view, cancellationToken);
        if (shown.Page is { } page)
        {
            Write(session, source, page, form);
        }
        if (shown.Fault is { } fault)
        {
            await session.Error.WriteLineAsync(TerminalText.Safe(fault.Message));
            return fault.IsRefusal ? ExitCode.Refused : ExitCode.Failed;
        }
        return ExitCode.Done;
    }

    /// <summary>A page that cannot be read is a line of the output like any other; the folder has been shown all the same.</summary>
    private static async Task<int> ShowFolderAsync(CliSession session, string folder, PageView? view, PageForm form, CancellationToken cancellationToken)
    {
        if (form == PageForm.Json)
        {
            throw new UsageException("A folder gives many pages; use --jsonl.");
        }
        var pages = session.Get<PageSource>();
        var unreadable = 0;
        var count = 0;
        foreach (var file in PageSource.FilesOf(folder))
        {
            var name = Path.GetRelativePath(folder, file).Replace('\\', '/');
            var shown = await pages.ReadFileAsync(file, name, view, cancellationToken);
            Write(session, name, shown.Page!, form);
            count++;
            unreadable += shown.Fault is null ? 0 : 1;
        }
        await session.Error.WriteLineAsync($"{count} pages, {unreadable} of them unreadable.");
        return ExitCode.Done;
    }

    private static void Write(CliSession session, string source, TextPage page, PageForm form)
    {
        switch (form)
        {
            case PageForm.Json:
                session.Out.WriteLine(JsonText.Document(PageDocument.Of(source, page)));
                break;
            case PageForm.JsonLines:
                session.Out.WriteLine(JsonText.Line(PageDocument.Of(source, page)));
                break;
            default:
                session.Out.WriteLine(TerminalText.Safe(page.DisplayTitle));
                session.Out.WriteLine();
                session.Out.WriteLine(TerminalText.Safe(page.Text));
                break;
        }
    }
}
