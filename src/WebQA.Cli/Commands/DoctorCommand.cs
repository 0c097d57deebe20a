using System.CommandLine;
using WebQA.Cli.Doctor;
using WebQA.Cli.Hosting;
using WebQA.Cli.Output;
using WebQA.TextBrowser.Doctor;
using WebQA.TextBrowser.Rendering;

namespace WebQA.Cli.Commands;

/// <summary><c>webqa doctor</c>: what this machine has, what is missing, and what to do; with <c>--fix</c> it does what it can.</summary>
internal static class DoctorCommand
{
    public static Command Create(CliSession session)
    {
        var fix = new Option<bool>("--fix") { Description = "Install what is missing: Chromium, by the system's package manager or by Playwright's installer." };
        var engines = new Option<bool>("--engines") { Description = "Ask each search engine that is set up one question." };
        var json = JsonOutput.CreateOption("the findings");
        var command = new Command("doctor", "Say what is installed, what is missing, and what to do.") { fix, engines, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var output = JsonOutput.Read(parsed.GetValue(json));
            if (parsed.GetValue(fix))
            {
                await InstallChromiumAsync(session, cancellationToken);
            }
            var findings = await session.Get<MachineCheck>().ExamineAsync(parsed.GetValue(engines), cancellationToken);
            await output.WriteAsync(session, JsonText.Document(findings));
            if (!output.IsStandardOutput)
            {
                Write(session.Out, findings);
            }
            return findings.Any(f => f.Status == DoctorStatus.Missing) ? ExitCode.Failed : ExitCode.Done;
        });
        return command;
    }

    private static async Task InstallChromiumAsync(CliSession session, CancellationToken cancellationToken)
    {
        var progress = new LineProgress(session.Error);
        switch (await session.Get<ChromiumInstaller>().InstallAsync(progress, cancellationToken))
        {
            case ChromiumInstallOutcome.Ready { WasInstalledNow: true } ready:
                await session.Error.WriteLineAsync($"Chromium is installed now: {ready.Installation.Path}");
                break;
            case ChromiumInstallOutcome.Failed failed:
                await session.Error.WriteLineAsync(failed.Message);
                break;
        }
    }

    private static void Write(TextWriter writer, IReadOnlyList<DoctorFinding> findings)
    {
        var width = findings.Max(f => f.Name.Length);
        foreach (var finding in findings)
        {
            var status = finding.Status switch { DoctorStatus.Ok => "ok", DoctorStatus.Warning => "limited", DoctorStatus.Off => "off", _ => "missing" };
            writer.WriteLine($"{finding.Name.PadRight(width)}  {status,-7}  {TerminalText.Safe(finding.Detail)}");
            if (finding.Remedy is not null)
            {
                writer.WriteLine($"{string.Empty.PadRight(width)}           To do: {TerminalText.Safe(finding.Remedy)}");
            }
        }
    }

    /// <summary>Writes at once and in order, which <see cref="Progress{T}"/> does not promise.</summary>
    private sealed class LineProgress(TextWriter writer) : IProgress<string>
    {
        public void Report(string value) => writer.WriteLine(TerminalText.Safe(value));
    }
}
