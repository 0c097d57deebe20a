using System.CommandLine;
using WebQA.Cli.Hosting;
using WebQA.Runs;

namespace WebQA.Cli.Commands;

/// <summary><c>webqa episode replay</c>: rebuilds an episode from its stored events and pages and compares every observation with the one the policy saw.</summary>
internal static class EpisodeReplayCommand
{
    public static Command Create(CliSession session)
    {
        var id = EpisodeCommand.IdArgument();
        var command = new Command("replay", "Rebuild an episode from what is stored and check that nothing differs.") { id };
        command.SetAction((parsed, cancellationToken) => RunAsync(session, parsed.GetRequiredValue(id), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CliSession session, string id, CancellationToken cancellationToken)
    {
        var episodes = session.Get<StoredEpisodes>();
        var state = await episodes.ReadAsync(id, cancellationToken);
        var different = EpisodeReader.Differences(state);
        var unverified = await episodes.UnverifiedReferencesAsync(state, cancellationToken);
        await session.Out.WriteLineAsync($"{state.Steps.Count - different.Count} of {state.Steps.Count} observations are the same byte for byte.");
        await session.Out.WriteLineAsync($"{state.References.Count - unverified.Count} of {state.References.Count} quotes stand in the archived pages.");
        foreach (var step in state.Steps.Where(s => different.Contains(s.Number)))
        {
            await session.Error.WriteLineAsync($"Step {step.Number}: the policy saw {step.Event.ObservationSha256}, the replay gives {step.Observation.Sha256}.");
        }
        foreach (var reference in unverified)
        {
            await session.Error.WriteLineAsync($"Quote [{reference}] is not what the archived text holds at its place.");
        }
        return different.Count + unverified.Count == 0 ? ExitCode.Done : ExitCode.Failed;
    }
}
