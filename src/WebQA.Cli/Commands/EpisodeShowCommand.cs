using System.CommandLine;
using WebQA.Cli.Hosting;
using WebQA.Cli.Output;

namespace WebQA.Cli.Commands;

/// <summary><c>webqa episode show</c>: the steps of an episode and what came of it; with <c>--step</c> what the policy saw.</summary>
internal static class EpisodeShowCommand
{
    public static Command Create(CliSession session)
    {
        var id = EpisodeCommand.IdArgument();
        var step = NumberOption.Whole("--step", "Print the observation that this step answered; 0 for none.", 0, 0, 1_000);
        var command = new Command("show", "Show the steps of an episode and its answer.") { id, step };
        command.SetAction((parsed, cancellationToken) => RunAsync(session, parsed.GetRequiredValue(id), parsed.GetValue(step), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CliSession session, string id, int step, CancellationToken cancellationToken)
    {
        var episodes = session.Get<StoredEpisodes>();
        var summary = await episodes.FindAsync(id, cancellationToken);
        var state = await episodes.ReadAsync(id, cancellationToken);
        if (step > 0)
        {
            var shown = state.Steps.Find(s => s.Number == step) ?? throw new UsageException($"Episode {id} has {state.Steps.Count} steps; there is no step {step}.");
            await session.Out.WriteLineAsync(TerminalText.Safe(shown.Observation.Text));
            return ExitCode.Done;
        }
        var setup = state.Setup;
        await session.Out.WriteLineAsync(TerminalText.Safe(setup.Question.Text));
        await session.Out.WriteLineAsync($"{summary.StartedAt.UtcDateTime:yyyy-MM-dd HH:mm} UTC, {setup.Environment}, {setup.Policy}, seed {setup.Seed}, {OutcomeText.Of(summary)}");
        await session.Out.WriteLineAsync();
        foreach (var taken in state.Steps)
        {
            await session.Out.WriteLineAsync(StepText.Of(taken.Event));
        }
        if (state.Ended is not null)
        {
            await session.Out.WriteLineAsync();
            AnswerText.Write(session.Out, state);
        }
        return ExitCode.Done;
    }
}
