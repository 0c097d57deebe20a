using System.CommandLine;
using WebQA.Cli.Evaluation;
using WebQA.Cli.Hosting;
using WebQA.Core.Episodes;
using WebQA.Evaluation.MiniWeb;

namespace WebQA.Cli.Commands;

/// <summary><c>webqa eval mini-web</c>: what a policy quotes on the mini web, when it abstains, and how fast it is, beside baselines at the same budgets.</summary>
internal static class EvalMiniWebCommand
{
    private const string EnvironmentName = "mini-web";

    public static Command Create(CliSession session)
    {
        var output = new Option<string?>("--out") { Description = "The folder of the results.", HelpName = "folder" };
        var policy = new Option<string>("--policy") { Description = "What is measured.", DefaultValueFactory = _ => "ranking", HelpName = "name" };
        var seed = NumberOption.Whole("--seed", "Seed of the run.", 0L, 0L, long.MaxValue);
        var samples = NumberOption.Whole("--n", "Sampled episodes a question beside the greedy one.", 4, 0, 64);
        var temperature = NumberOption.Decimal("--temperature", "Temperature of the sampled episodes.", 0.8, 0.01, 10.0);
        var first = NumberOption.Whole("--first", "Only the first so many questions; 0 for all.", 0, 0, 10_000);
        var quick = new Option<bool>("--quick") { Description = "Greedy episodes at 400 words alone." };
        var floors = new Option<bool>("--floors") { Description = "Fail where a figure is below what the default policy must reach." };
        var command = new Command("mini-web", "Measure a policy on the questions of the mini web.") { output, policy, seed, samples, temperature, first, quick, floors };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var isQuick = parsed.GetValue(quick);
            var questions = await QuestionFile.ReadAsync(Beside("environments", EnvironmentName, "questions.jsonl"), cancellationToken);
            var untuned = await QuestionFile.ReadAsync(Beside("data", "questions", "mini-web-unanswerable.jsonl"), cancellationToken);
            var some = parsed.GetValue(first) is > 0 and var count ? count : int.MaxValue;
            var options = new MiniWebOptions
            {
                Questions = [.. questions.Take(some)],
                Untuned = [.. untuned.Take(some)],
                Policy = parsed.GetRequiredValue(policy),
                Seed = parsed.GetValue(seed),
                Temperature = parsed.GetValue(temperature),
                Samples = isQuick ? 0 : parsed.GetValue(samples),
                WithLargeBudget = !isQuick,
                WithRemovedSources = !isQuick,
            };
            return await RunAsync(session, options, parsed.GetValue(output), parsed.GetValue(floors), cancellationToken);
        });
        return command;
    }

    private static async Task<int> RunAsync(CliSession session, MiniWebOptions options, string? folder, bool withFloors, CancellationToken cancellationToken)
    {
        var environment = CatalogChoice.Environment(session, EnvironmentName);
        await session.Get<SearchReadiness>().WaitAsync(environment, session.Error, patience: null, cancellationToken);
        var clock = session.Get<TimeProvider>();
        var evaluation = new MiniWebEvaluation(environment, session.Get<IPolicyCatalog>(), clock);
        var result = await evaluation.RunAsync(options, new MiniWebProgressLines(session.Error, clock), cancellationToken);
        MiniWebReport.Write(session.Out, result.Metrics);
        if (folder is not null)
        {
            var kept = new { Environment = environment.Info, options.Policy, options.Seed, options.Temperature, options.Samples, Questions = options.Questions.Count, Untuned = options.Untuned.Count };
            await MiniWebReport.WriteFolderAsync(folder, kept, result, cancellationToken);
        }
        var missed = withFloors ? MiniWebFloors.Missed(result.Metrics, options.Policy).ToList() : [];
        foreach (var floor in missed)
        {
            await session.Error.WriteLineAsync($"Missed: {floor}");
        }
        return missed.Count == 0 ? ExitCode.Done : ExitCode.Failed;
    }

    private static string Beside(params ReadOnlySpan<string> path) => Path.Combine([AppContext.BaseDirectory, .. path]);

    /// <summary>A line every few seconds, and one at the end of each part.</summary>
    private sealed class MiniWebProgressLines(TextWriter writer, TimeProvider clock) : IProgress<MiniWebProgress>
    {
        private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(5);

        private readonly Lock _lock = new();
        private long _said = clock.GetTimestamp();

        public void Report(MiniWebProgress value)
        {
            lock (_lock)
            {
                if (value.Done == value.Total || clock.GetElapsedTime(_said) >= BetweenLines)
                {
                    _said = clock.GetTimestamp();
                    writer.WriteLine($"{value.Part}: {value.Done} of {value.Total}");
                }
            }
        }
    }
}
