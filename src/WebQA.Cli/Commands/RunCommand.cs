using System.CommandLine;
using System.Runtime.InteropServices;
using WebQA.Cli.Hosting;
using WebQA.Runs.Batches;

namespace WebQA.Cli.Commands;

/// <summary><c>webqa run</c>: a file of questions into a folder of answers; the same command again goes on where it was left.</summary>
internal static class RunCommand
{
    public static Command Create(CliSession session)
    {
        var questions = new Argument<string>("questions") { Description = "A file of questions: a JSON object a line, with 'question' and mostly an 'id'.", HelpName = "questions.jsonl" };
        var output = new Option<string>("--out") { Description = "The folder of the results; the same folder again goes on where it was left.", Required = true, HelpName = "folder" };
        var parallel = NumberOption.Whole("--parallel", "Episodes at once; changes nothing in the results.", Math.Max(2, Environment.ProcessorCount), 1, 1_000);
        var options = new EpisodeChoice.Options();
        var command = new Command("run", "Answer a file of questions into a folder.") { questions, output, parallel };
        options.AddTo(command);
        command.SetAction((parsed, stopping) =>
        {
            var choice = options.Read(parsed);
            var request = new BatchRequest
            {
                Questions = parsed.GetRequiredValue(questions),
                Output = parsed.GetRequiredValue(output),
                Environment = choice.Environment,
                Policy = choice.Policy,
                N = choice.Samples,
                Seed = choice.Seed,
                Temperature = choice.Temperature,
                Limits = choice.Limits,
                Parallel = parsed.GetValue(parallel),
            };
            return RunAsync(session, request, stopping);
        });
        return command;
    }

    private static async Task<int> RunAsync(CliSession session, BatchRequest request, CancellationToken stopping)
    {
        // Whatever stands in the file is said before anything is prepared, and the answers must not depend on the hour.
        await QuestionFile.ReadAsync(request.Questions, stopping);
        await session.Get<SearchReadiness>().WaitAsync(CatalogChoice.Environment(session, request.Environment), session.Error, patience: null, stopping);
        var gate = new PauseGate();
        using var pause = OnPause(() => Toggle(gate, session.Error));
        try
        {
            var result = await session.Get<BatchRunner>().RunAsync(request, new BatchProgressLines(session.Error, session.Get<TimeProvider>()), gate, stopping);
            await session.Out.WriteLineAsync($"{result.Lines} lines in {result.Folder}: {string.Join(", ", result.Outcomes.Select(o => $"{o.Value} {o.Key}"))}");
            return ExitCode.Done;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            await session.Error.WriteLineAsync("Stopped. Nothing is lost; the same command goes on.");
            return ExitCode.Stopped;
        }
    }

    /// <summary>Ctrl+Z would freeze the process and let its leases run out; here it holds the run back instead.</summary>
    private static PosixSignalRegistration? OnPause(Action pause) => OperatingSystem.IsWindows() ? null : PosixSignalRegistration.Create(PosixSignal.SIGTSTP, context =>
    {
        context.Cancel = true;
        pause();
    });

    private static void Toggle(PauseGate gate, TextWriter progress)
    {
        if (gate.IsPaused)
        {
            gate.Resume();
            progress.WriteLine("Going on.");
        }
        else
        {
            gate.Pause();
            progress.WriteLine("Paused: episodes that run go on to their end, no new one begins. Ctrl+Z again goes on.");
        }
    }
}
