using System.CommandLine;
using System.Text;
using WebQA.Cli.Hosting;
using WebQA.Cli.Output;
using WebQA.TextBrowser.Checks;
using WebQA.TextBrowser.Checks.Injection;

namespace WebQA.Cli.Commands;

/// <summary><c>webqa check</c>: runs files of hostile cases against the code that episodes use, a line of results a case.</summary>
internal static class CheckCommand
{
    public static Command Create(CliSession session)
    {
        var check = new Command("check", "Run a file of cases and write a line of results for each.");
        check.Add(Kind(session, "citation", "Quotes against pages: accepted or refused, with offsets.", (cases, times, _) => CitationCheck.RunAll(cases, times).ToAsyncEnumerable()));
        check.Add(Kind(session, "html", "Hostile HTML as pages.", (cases, times, _) => HtmlCheck.RunAll(cases, times).ToAsyncEnumerable()));
        check.Add(Kind(session, "encoding", "Character sets and byte-level cases.", (cases, _, _) => EncodingCheck.RunAll(cases).ToAsyncEnumerable()));
        check.Add(Kind(session, "pdf", "Hostile PDFs, each read in a child process.", (cases, _, token) => session.Get<PdfCheck>().RunAsync(cases, token)));
        check.Add(Kind(session, "fetch", "Servers that are slow, endless, packed to burst or break the rules; all of them on loopback.", (cases, _, _) => FetchCheck.RunAllAsync(cases)));
        check.Add(Kind(session, "ssrf", "Addresses, names and redirects that lead where pages must not be read from; the network is scripted.", (cases, _, _) => SsrfCheck.RunAllAsync(cases)));
        check.Add(Kind(session, "injection", "Pages that have taken the policy over altogether; nothing leaves the process.", (cases, _, _) => session.Get<InjectionCheck>().RunAllAsync(cases)));
        return check;
    }

    private static Command Kind(CliSession session, string name, string description, Func<string, double, CancellationToken, IAsyncEnumerable<CheckResult>> run)
    {
        var cases = new Argument<string>("cases") { Description = "The file of cases (JSON)." };
        var output = new Option<string>("--out") { Description = "Where the results go, a line of JSON a case; '-' for stdout.", DefaultValueFactory = _ => "-", HelpName = "file|-" };
        var times = NumberOption.Decimal("--time-factor", "Times the limits of the cases' times are stretched, for a busy machine; 1 judges them as they stand.", 1, 1, 100);
        var command = new Command(name, description) { cases, output, times };
        command.SetAction((parsed, cancellationToken) =>
            RunAsync(session, parsed.GetRequiredValue(cases), parsed.GetRequiredValue(output), parsed.GetValue(times), run, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        CliSession session, string cases, string output, double times, Func<string, double, CancellationToken, IAsyncEnumerable<CheckResult>> run, CancellationToken cancellationToken)
    {
        if (!File.Exists(cases))
        {
            throw new UsageException($"There is no file of cases '{cases}'.");
        }
        var failed = new List<string>();
        var count = 0;
        await using var file = output == "-" ? null : new StreamWriter(output, append: false, new UTF8Encoding(false)) { NewLine = "\n" };
        try
        {
            await foreach (var result in run(cases, times, cancellationToken))
            {
                count++;
                await (file ?? session.Out).WriteLineAsync(JsonText.Line(result));
                if (!result.Pass)
                {
                    failed.Add(result.Id);
                    await session.Error.WriteLineAsync($"{result.Id}: expected {result.Expected}, got {TerminalText.Safe(result.Outcome)} in {result.Ms} ms");
                }
            }
        }
        catch (InvalidDataException e)
        {
            throw new UsageException(e.Message);
        }
        await session.Error.WriteLineAsync($"{count - failed.Count} of {count} cases passed.");
        return failed.Count == 0 ? ExitCode.Done : ExitCode.Failed;
    }
}
