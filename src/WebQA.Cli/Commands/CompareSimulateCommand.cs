using System.CommandLine;
using System.Text.Json;
using WebQA.Cli.Hosting;
using WebQA.Cli.Output;
using WebQA.Core.Feedback;
using WebQA.Feedback.Simulation;

namespace WebQA.Cli.Commands;

/// <summary><c>webqa compare simulate</c>: programs judge the tasks of a project, and all they make says so.</summary>
internal static class CompareSimulateCommand
{
    public static Command Create(CliSession session)
    {
        var project = ComparisonFileOptions.Project("The project whose tasks are judged.");
        var labelers = NumberOption.Whole("--labelers", "Simulated labelers.", 3, 1, 1_000);
        var seed = NumberOption.Whole("--seed", "Draws their noise; the same seed gives the same ratings.", 0, 0, int.MaxValue);
        var agreement = NumberOption.Decimal("--agreement", "How often two of them agree, a tie counting a half.", LabelerNoise.Human, 0.5, 1);
        var bias = NumberOption.Decimal("--length-bias", "Utility added for each doubling of the words.", 0, -10, 10);
        var claims = new Option<string?>("--claims") { Description = "A file of questions with the evidence of their claims, as the mini web's questions.jsonl; claims found then count.", HelpName = "file" };
        var json = JsonOutput.CreateOption("what was done");
        var command = new Command("simulate", "Have simulated labelers judge a project's tasks; all they make is marked simulated.") { project, labelers, seed, agreement, bias, claims, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var output = JsonOutput.Read(parsed.GetValue(json));
            var utility = new AnswerUtility(parsed.GetValue(claims) is { } file ? Evidence(file) : new Dictionary<string, IReadOnlyList<string>>(), parsed.GetValue(bias));
            var simulation = new SimulatedLabelers(session.Get<IFeedbackStore>(), session.Get<ITaskQueue>());
            var done = await simulation.RunAsync(
                parsed.GetRequiredValue(project), parsed.GetValue(labelers), parsed.GetValue(seed), utility, parsed.GetValue(agreement), cancellationToken);
            await output.WriteAsync(session, JsonText.Document(done));
            await session.Error.WriteLineAsync($"{done.Comparisons} simulated comparisons of {done.Tasks} tasks. Utility: {done.Utility}. Two labelers agree on {100 * done.Noise.Agreement:0.0} % of the pairs they both judge.");
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>Of each question by its text, the evidence of its claims.</summary>
    private static Dictionary<string, IReadOnlyList<string>> Evidence(string file)
    {
        var evidence = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        var number = 0;
        foreach (var line in File.ReadLines(ComparisonFileOptions.Existing(file)).Where(static line => line.Length > 0))
        {
            number++;
            try
            {
                using var question = JsonDocument.Parse(line);
                evidence[question.RootElement.GetProperty("question").GetString()!] =
                    [.. question.RootElement.GetProperty("claims").EnumerateArray().Select(static claim => claim.GetProperty("evidence").GetString()!)];
            }
            catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException)
            {
                throw new UsageException($"Line {number} of {file} is no question with 'claims' that have their 'evidence': {fault.Message}");
            }
        }
        return evidence;
    }
}
