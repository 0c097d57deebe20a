using WebQA.Core.Answers;
using WebQA.Core.Episodes;

namespace WebQA.Core.Demonstrations;

/// <summary>Gives the commands of a list and then the answer that an episode ended with. Where the list ends while browsing could go on, it asks for the answer.</summary>
/// <param name="recorded">The episode.</param>
/// <param name="commands">Its commands, or others that lead to the same.</param>
/// <param name="control">Of the episode that this policy is given to.</param>
internal sealed class RecordedPolicy(EpisodeState recorded, IReadOnlyList<string> commands, EpisodeControl control) : IPolicy
{
    public PolicyInfo Info { get; } = new(recorded.Setup.Policy, recorded.Setup.PolicyHash);

    public Task<PolicyDecision> ActAsync(Observation observation, CancellationToken cancellationToken = default)
    {
        if (observation.History.Count < commands.Count)
        {
            return Task.FromResult(new PolicyDecision(commands[observation.History.Count]));
        }
        control.Request(ControlRequest.AnswerNow);
        return Task.FromCanceled<PolicyDecision>(cancellationToken.IsCancellationRequested ? cancellationToken : new CancellationToken(canceled: true));
    }

    public Task<AnswerDraft> AnswerAsync(AnswerRequest request, CancellationToken cancellationToken = default) => Task.FromResult(
        recorded.Composed?.Answer is { } answer ? new AnswerDraft(answer.Text) : new AnswerDraft(null, recorded.Composed?.AbstainReason));
}
