using System.Runtime.CompilerServices;
using WebQA.Core.Answers;

namespace WebQA.Core.Episodes;

/// <summary>Runs a policy over an episode until it ends; each step is stored before it is returned.</summary>
public static class EpisodeRunner
{
    /// <summary>Browses, answers and ends the episode. A stop or an answer-now that the control asks for takes effect within the step in flight.</summary>
    /// <param name="episode">New or restored.</param>
    /// <param name="policy">This episode's own.</param>
    /// <param name="control">What people ask of the episode while it runs.</param>
    /// <param name="clock">Times the policy.</param>
    /// <param name="cancellationToken">Leaves the episode as it is, to be resumed.</param>
    public static async IAsyncEnumerable<EpisodeStep> RunAsync(
        Episode episode,
        IPolicy policy,
        EpisodeControl control,
        TimeProvider clock,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var interruption = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, control.Interruption);
        while (episode.State.IsBrowsing && control.Requested == ControlRequest.None)
        {
            if (await StepAsync(episode, policy, control, clock, interruption.Token, cancellationToken) is { } step)
            {
                yield return step;
            }
        }
        if (control.Requested == ControlRequest.Stop && episode.State.Ended is null)
        {
            await episode.EndAsync(Stopped(episode.State), cancellationToken);
            yield break;
        }
        if (control.Requested == ControlRequest.AnswerNow)
        {
            await episode.AnswerNowAsync(cancellationToken);
        }
        await FinishAsync(episode, policy, control, cancellationToken);
    }

    private static async Task<EpisodeStep?> StepAsync(
        Episode episode, IPolicy policy, EpisodeControl control, TimeProvider clock, CancellationToken interruption, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        try
        {
            var decision = await policy.ActAsync(episode.Observation, interruption);
            return await episode.ApplyAsync(decision, clock.GetElapsedTime(started), interruption);
        }
        catch (OperationCanceledException) when (control.Requested != ControlRequest.None && !cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    private static async Task FinishAsync(Episode episode, IPolicy policy, EpisodeControl control, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, control.Stopping);
        try
        {
            if (episode.State.CanAnswer)
            {
                await episode.ComposeAnswerAsync(policy, stop.Token);
            }
            await episode.EndAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (control.Requested == ControlRequest.Stop && !cancellationToken.IsCancellationRequested)
        {
            await episode.EndAsync(Stopped(episode.State), cancellationToken);
        }
    }

    private static EpisodeEnded Stopped(EpisodeState state) =>
        new(Outcome.Stopped, $"Stopped by a person after {state.ActionsUsed} actions, with {state.References.Count} quotes.");
}
