using WebQA.Core.Answers;
using WebQA.Core.Episodes;

namespace WebQA.Core.Demonstrations;

/// <summary>What a policy reads, and what the demonstrator did then.</summary>
/// <param name="Number">Of the step, from 1; the answer follows the last one.</param>
/// <param name="Phase">Browsing or answering.</param>
/// <param name="Prompt">The observation (<c>webgpt-v1</c>), or question and quotes.</param>
/// <param name="Completion">The command, or the answer.</param>
/// <param name="Result">What became of the command; an answer is always <see cref="StepResult.Ok"/>.</param>
public sealed record TrainingPair(int Number, TrainingPhase Phase, string Prompt, string Completion, StepResult Result)
{
    /// <summary>The pairs of a demonstration, as a policy would have seen it (<see cref="DemonstrationReplay.AsPolicyAsync"/>).</summary>
    public static async Task<IReadOnlyList<TrainingPair>> OfAsync(EpisodeState recorded, CancellationToken cancellationToken = default)
    {
        var state = await DemonstrationReplay.AsPolicyAsync(recorded, cancellationToken);
        var pairs = state.Steps.Select(step => new TrainingPair(step.Number, TrainingPhase.Browsing, step.Observation.Text, step.Event.Command, step.Result)).ToList();
        if (state.Composed?.Answer is { } answer)
        {
            pairs.Add(new TrainingPair(state.Steps.Count + 1, TrainingPhase.Answering, AnswerPrompt.Render(state.Setup.Question, state.References), answer.Text, StepResult.Ok));
        }
        return pairs;
    }
}

/// <summary>The two phases of an episode.</summary>
public enum TrainingPhase
{
    /// <summary>Commands of the text browser.</summary>
    Browsing,

    /// <summary>The answer from the quotes.</summary>
    Answering,
}
